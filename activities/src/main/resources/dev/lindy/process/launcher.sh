#!/bin/sh
# Starts one program in a session of its own, outlives whoever asked for it, and writes down how it ended.
# Usage: launcher.sh FOLDER KEY LIMIT_SECONDS GRACE_SECONDS BOOT_ID
# Files in FOLDER: claim/ (one launcher per folder), pid, exit, limit (the hard limit passed), failed (nothing ran).
trap '' HUP INT TERM
set -uf
lindy_folder=$1 key=$2 limit=$3 grace=$4 boot=$5
lindy_tools=$PATH
cd "$lindy_folder" || exit 1
mkdir claim 2>/dev/null || exit 0

# Sets `start`: clock ticks since boot where there is /proc, else a date; empty when the process is gone.
start_of() {
    if [ -r /proc/self/stat ]; then
        stat=
        IFS= read -r stat 2>/dev/null < "/proc/$1/stat" || { start=; return; }
        # The name in parentheses may hold anything; the 22nd field is the 20th after it.
        set -- ${stat##*) }
        start=${20:-}
    else
        start=$(ps -o lstart= -p "$1" 2>/dev/null)
    fi
}

# Writes the lines $2... to file $1 in one step.
write() {
    file=$1
    shift
    printf '%s\n' "$@" > "$file.tmp" && mv -f "$file.tmp" "$file"
}

fail() {
    PATH=$lindy_tools
    write failed "$1"
    exit 126
}

# Processes of the program in other sessions; /proc only, elsewhere the watch finds them.
marked() {
    [ -r /proc/self/environ ] || return 0
    set +f
    grep -lzxF "LINDY_ATTEMPT=$key" /proc/[0-9]*/environ 2>/dev/null
    set -f
}

signal() {
    kill -s "$1" -- "-$program" 2>/dev/null
    for environ in $(marked); do
        pid=${environ#/proc/}
        kill -s "$1" "${pid%%/*}" 2>/dev/null
    done
}

is_left() {
    kill -s 0 -- "-$program" 2>/dev/null || [ -n "$(marked)" ]
}

is_alive() {
    start_of "$program"
    [ "$start" = "$program_start" ]
}

# A subshell: the program's environment must not reach the launcher's own tools.
(
    trap - HUP INT TERM
    unset PATH LC_ALL TZ SHLVL LINDY_LAUNCHER
    . ./program.sh
    command exec < "$lindy_stdin" || fail "could not open its standard input"
    command exec > "$lindy_stdout" 2> "$lindy_stderr" || fail "could not open its output files"
    cd "$lindy_directory" || { cd "$lindy_folder" && fail "could not enter its working directory"; }
    unset OLDPWD
    exec "$@"
) &
program=$!
start_of "$program"
program_start=$start
start_of "$$"
write pid "$program" "$program_start" "$$" "$start" "$boot"

# The hard limit, in ticks of a second, so that a host that sleeps does not use it up.
(
    ticks=0
    while [ "$ticks" -lt "$limit" ]; do
        sleep 1
        ticks=$((ticks + 1))
        is_alive || exit 0
    done
    : > limit
    signal TERM
    ticks=0
    while [ "$ticks" -lt "$grace" ]; do
        sleep 1
        ticks=$((ticks + 1))
        is_left || exit 0
    done
    signal KILL
) &
watchdog=$!

wait "$program"
write exit "$?"
[ -e limit ] && wait "$watchdog"
# The watchdog's `sleep` would outlive it. The group is the launcher's own: it leads its session.
kill -s KILL -- "-$$" 2>/dev/null
exit 0
