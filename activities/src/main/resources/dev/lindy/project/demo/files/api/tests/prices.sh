# Every price is a whole number.
while read -r name price; do
  case $price in
  '' | *[!0-9]*) echo "price of $name is not a number: $price"; exit 1 ;;
  esac
done <api/prices.txt
