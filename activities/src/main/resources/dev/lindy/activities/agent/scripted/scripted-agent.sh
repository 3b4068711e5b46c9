#!/bin/sh
# The scripted agent of Lindy: does what the directive lines of its prompt say, and nothing else.
# Its language is described in docs/reference/scripted-agent.md. Text of the prompt is never evaluated.
set -u -f
LC_ALL=C
export LC_ALL

home=${0%/*}
session=''
resumed=0
schema=0
while [ $# -gt 0 ]; do
  case $1 in
    --session-id) session=${2-}; shift 2 ;;
    --resume) session=${2-}; resumed=1; shift 2 ;;
    --json-schema) schema=1; shift ;;
    *) echo "error: unknown option '$1'" >&2; exit 1 ;;
  esac
done
if [ -z "$session" ]; then
  session=scripted-$$
  [ -r /proc/sys/kernel/random/uuid ] && read -r session </proc/sys/kernel/random/uuid
fi
case $session in
  *[!A-Za-z0-9-]*) echo "error: bad session id" >&2; exit 1 ;;
esac

memory=$home/sessions/$session
cost=0.01
attempt=''
started=''

# one JSON string, without control characters
text() {
  printf '"%s"' "$(printf '%s' "$1" | tr -d '\000-\037' | sed 's/[\\"]/\\&/g')"
}

result() { # subtype is_error reason status text
  log_end
  printf '{"type":"result","subtype":"%s","is_error":%s,"terminal_reason":"%s","api_error_status":%s,' "$1" "$2" "$3" "$4"
  printf '"num_turns":1,"result":%s,"session_id":"%s","total_cost_usd":%s,' "$(text "$5")" "$session" "$cost"
  printf '"model_usage_since_last_result":{"scripted":{"costUSD":%s}},' "$cost"
  printf '"usage":{"input_tokens":100,"output_tokens":10},"permission_denials":[]'
  if [ "$schema" = 1 ] && [ "$2" = false ] && [ -s "$memory/plan" ]; then
    printf ',"structured_output":'
    tr '\n' ' ' <"$memory/plan"
  fi
  printf '}\n'
}

fail() {
  result error_during_execution true error null "$1"
  exit 1
}

log_end() {
  [ -n "$started" ] && printf 'end %s %s %s %s\n' "$$" "$attempt" "$session" "$PWD" >>"$started"
  started=''
}

# a relative path without .. or a file that tests name by its full path
inside() {
  case "/$1/" in
    *//* | */../* | */./* | */.git/*) fail "bad path: $1" ;;
  esac
  case $1 in
    */*) mkdir -p "./${1%/*}" ;;
  esac
}

is_number() {
  case $1 in
    '' | *[!0-9.]* | *.*.*) return 1 ;;
  esac
}

pause() {
  is_number "$1" || fail "not a number: $1"
  sleep "$1"
}

own_session() {
  if command -v setsid >/dev/null 2>&1; then
    setsid sleep "$1" </dev/null >/dev/null 2>&1 &
  else
    perl -e 'use POSIX; fork and exit; POSIX::setsid(); exec "sleep", $ARGV[0]' "$1" </dev/null >/dev/null 2>&1
  fi
}

git_as_agent() {
  git -c user.name='Scripted Agent' -c user.email=scripted-agent@example.invalid -c commit.gpgsign=false "$@" >&2
}

commit() {
  if [ -s "$memory/written" ]; then
    while IFS= read -r path; do
      [ -e "./$path" ] || git ls-files --error-unmatch -- "./$path" >/dev/null 2>&1 || continue
      git_as_agent add -A -- "./$path" || fail "git add failed: $path"
    done <"$memory/written"
    : >"$memory/written"
  fi
  git diff --cached --quiet 2>/dev/null || git_as_agent commit -q -m "${1:-scripted work}" || fail 'git commit failed'
}

directive() {
  verb=${1%% *}
  rest=''
  case $1 in *' '*) rest=${1#* } ;; esac
  first=${rest%% *}
  more=''
  case $rest in *' '*) more=${rest#* } ;; esac
  case $verb in
    write) inside "$first"; printf '%b\n' "$more" >"./$first"; printf '%s\n' "$first" >>"$memory/written" ;;
    append) inside "$first"; printf '%b\n' "$more" >>"./$first"; printf '%s\n' "$first" >>"$memory/written" ;;
    leave) inside "$first"; printf '%b\n' "$more" >"./$first" ;;
    remove) inside "$first"; rm -f "./$first"; printf '%s\n' "$first" >>"$memory/written" ;;
    commit) commit "$rest" ;;
    git-add-all) git_as_agent add -A ;;
    git) git_as_agent $rest ;;
    stash-pop) git_as_agent stash pop ;;
    merge) merge "$first" ;;
    say) printf '{"type":"assistant","message":{"content":[{"type":"text","text":%s}]},"session_id":"%s"}\n' "$(text "$rest")" "$session" ;;
    tool)
      printf '{"type":"assistant","message":{"content":[{"type":"tool_use","id":"tool-%s","name":"Bash","input":{}}]},"session_id":"%s"}\n' "$$" "$session"
      pause "$first"
      printf '{"type":"user","message":{"content":[{"type":"tool_result","tool_use_id":"tool-%s","content":""}]},"session_id":"%s"}\n' "$$" "$session" ;;
    sleep) pause "$first" ;;
    wait-for) until [ -e "$rest" ]; do sleep 0.05; done ;;
    cost) is_number "$first" || fail "not a number: $first"; cost=$first ;;
    exit)
      case $first in '' | *[!0-9]*) fail "not a number: $first" ;; esac
      log_end
      exit "$first" ;;
    is-error) fail "$rest" ;;
    api-error)
      case $first in [1-5][0-9][0-9]) ;; *) fail "not a status: $first" ;; esac
      result success true api_error "$first" "${more:-API Error: $first}"
      exit 1 ;;
    quota)
      case $first in '' | *[!0-9]*) fail "not a number: $first" ;; esac
      printf '{"type":"rate_limit_event","rate_limit_info":{"status":"rejected","resetsAt":%s},"session_id":"%s"}\n' "$(($(date +%s) + first))" "$session"
      result success true api_error 429 'You have hit your limit'
      exit 1 ;;
    start-log)
      started=$rest
      printf 'start %s %s %s %s\n' "$$" "$attempt" "$session" "$PWD" >>"$started" ;;
    env)
      case $first in '' | *[!A-Za-z0-9_]*) fail "bad name: $first" ;; esac
      printenv "$first" >"$more" || printf '(unset)\n' >"$more" ;;
    resume-count) printf '%s\n' "$(($(wc -l <"$memory/starts") - 1))" >"$rest" ;;
    child-in-own-session) is_number "$first" || fail "not a number: $first"; own_session "$first" ;;
    ignore-term) trap '' TERM ;;
    output) head -c "$first" /dev/zero | tr '\000' x | fold -w 1000; echo ;;
    run) "$rest" || : ;;
    answer) printf '%s\n' "$rest" >"$memory/plan" ;;
    nothing) ;;
    *) fail "unknown directive: @$verb" ;;
  esac
}

merge() {
  tip=$(sed -n 's/^.*git merge \([0-9a-f]\{40,64\}\).*$/\1/p' "$memory/prompt" | tail -n 1)
  case $1 in ours | theirs) ;; *) fail "not ours or theirs: $1" ;; esac
  [ -n "$tip" ] || fail 'the prompt names no commit to merge'
  git_as_agent merge -q --no-edit -X "$1" "$tip" || fail 'git merge failed'
}

# Directives outside fences, those of this attempt only; the last fence called plan goes to a file of its own.
# A prompt of an attempt tells its number in the line "- attempt: n", one of a reviewer also "- request: n"; a reviewer obeys
# the fence called rubric as well.
parse() {
  awk -v todo="$memory/todo" -v plan="$memory/plan" -v starts="$1" '
    { sub(/\r$/, "") }
    fence != "" {
      if ($0 ~ /^`+$/ && length($0) >= length(fence)) { fence = ""; inplan = 0; inrubric = 0 }
      else if (inplan) { body = body $0 "\n" }
      else if (inrubric && $0 ~ /^(- )?@[a-z]/) { sub(/^(- )?@/, ""); lines[++n] = $0 }
      next
    }
    /^```/ {
      fence = $0; sub(/[^`].*$/, "", fence)
      name = substr($0, length(fence) + 1)
      if (name == "plan") { inplan = 1; body = "" }
      if (name == "rubric") inrubric = reviewer
      next
    }
    /^- role: reviewer$/ { reviewer = 1 }
    /^- attempt: [0-9]+$/ { attempt = $3 }
    /^- request: [0-9]+$/ { request = $3 }
    /^@[a-z]/ { lines[++n] = substr($0, 2) }
    END {
      if (attempt == "") attempt = starts
      printf "%s", body > plan
      printf "" > todo
      for (i = 1; i <= n; i++) {
        line = lines[i]
        wrong = 0
        while (line ~ /^(attempt|request) [0-9]+\+? /) {
          at = line ~ /^attempt/ ? attempt + 0 : request + 0
          wanted = line; sub(/^[a-z]+ /, "", wanted); sub(/ .*$/, "", wanted)
          sub(/^[a-z]+ [0-9]+\+? @?/, "", line)
          number = wanted + 0
          if (wanted ~ /\+$/ ? at < number : at != number) wrong = 1
        }
        if (!wrong) print line > todo
      }
      print attempt
    }'
}

if [ "$resumed" = 1 ]; then
  if [ ! -f "$memory/prompt" ]; then
    echo "No conversation found with session ID: $session" >&2
    exit 1
  fi
else
  mkdir -p "$home/sessions"
  if ! mkdir "$memory" 2>/dev/null; then
    echo "Error: Session ID $session is already in use." >&2
    exit 1
  fi
fi
printf '%s\n' "$$" >>"$memory/starts"
cat >>"$memory/prompt"
echo >>"$memory/prompt"
[ -f "$memory/written" ] || : >"$memory/written"
attempt=$(parse "$(($(wc -l <"$memory/starts")))" <"$memory/prompt")

# a start that was cut short goes on behind the last directive that it finished
done_before=0
[ -f "$memory/done.$attempt" ] && read -r done_before <"$memory/done.$attempt"
printf '{"type":"system","subtype":"init","session_id":"%s","model":"scripted","tools":[]}\n' "$session"
number=0
while IFS= read -r line <&3; do
  number=$((number + 1))
  case $line in
    # a failure that is asked for comes once, or a resumed conversation would never get past it
    exit* | is-error* | api-error* | quota*)
      [ "$number" -gt "$done_before" ] || continue
      printf '%s\n' "$number" >"$memory/done.$attempt"
      directive "$line" ;;
    start-log* | ignore-term* | cost* | env* | resume-count* | answer*) directive "$line" ;;
    *) [ "$number" -le "$done_before" ] || directive "$line" ;;
  esac
  printf '%s\n' "$number" >"$memory/done.$attempt"
done 3<"$memory/todo"
result success false completed null done
