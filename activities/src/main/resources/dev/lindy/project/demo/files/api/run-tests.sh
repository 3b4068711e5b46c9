#!/bin/sh
# Runs every test of the api; the first that fails ends it.
for test in api/tests/*.sh; do
  sh "$test" || { echo "FAILED $test"; exit 1; }
  echo "ok $test"
done
