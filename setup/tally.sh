# Runs the checks of ./test one by one, keeps their output, and counts what passed and what failed.
# Sourced, never run. A failing check never stops the ones after it.
# shellcheck shell=bash

PASSED=0
FAILED=0
FAILED_CHECKS=()

# Counters: read a check's output, print "passed failed".
count_one() { echo '1 0'; }

count_cargo() {
    awk '/^test result: /{ for (i = 1; i < NF; i++) { if ($(i+1) == "passed;") p += $i; if ($(i+1) == "failed;") f += $i } }
        END { print p + 0, f + 0 }' "$1"
}

count_nextest() {
    sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '/^ *Summary \[/{ p = 0; f = 0
        for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p = $(i-1); if ($i ~ /^failed/) f += $(i-1); if ($i ~ /^timed/) f += $(i-1) } }
        END { print p + 0, f + 0 }'
}

count_node() {
    awk '/^# pass /{ p += $3 } /^# fail /{ f += $3 } /^# cancelled /{ f += $3 } END { print p + 0, f + 0 }' "$1"
}

# A check that counts for itself closes with "N passed, N failed", as this one does.
count_own() { awk 'END { print ($2 == "passed,") ? $1 + 0 : 0, ($4 == "failed") ? $3 + 0 : 0 }' "$1"; }

# The part of a failed check's output that says what failed.
show_failure() {
    local counter=$1 log=$2
    if [ "$counter" = cargo ] && grep -q '^failures:' "$log"; then
        sed -n '/^failures:/,/^test result/p' "$log" | head -n 200
    elif [ "$counter" = node ] && grep -q '^ *not ok ' "$log"; then
        grep -A 20 '^ *not ok ' "$log" | grep -vE '^ +(TestContext|Test|Suite|async|at|duration_ms|location|failureType|stack|node:)' | head -n 160
    else
        tail -n 60 "$log"
    fi
}

# check NAME COUNTER CMD…: runs one check; its whole output goes to $LOGS.
check() {
    local name=$1 counter=$2 log passed failed code=0 start=$SECONDS
    shift 2
    log="$LOGS/$(printf '%s' "$name" | tr -cs 'a-zA-Z0-9' '-').log"
    printf -- '── %s … ' "$name"
    "$@" >"$log" 2>&1 || code=$?
    read -r passed failed < <("count_$counter" "$log")
    if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed=1
        [ "$counter" != one ] || passed=0
    elif [ "$code" -eq 0 ] && [ "$passed" -eq 0 ]; then
        # A suite that runs nothing has lost its tests; that must not look like success.
        printf 'It ran no test at all.\n' >>"$log"
        failed=1
    fi
    PASSED=$((PASSED + passed))
    FAILED=$((FAILED + failed))
    printf '%s passed, %s failed (%s s)\n' "$passed" "$failed" "$((SECONDS - start))"
    if [ "$failed" -gt 0 ]; then
        FAILED_CHECKS+=("$name: $log")
        show_failure "$counter" "$log"
    fi
}

# skip NAME WHY: says that something was left out, so that silence never stands for a check.
skip() { printf -- '── %s … skipped: %s\n' "$1" "$2"; }

close_tally() {
    local line
    if [ "$FAILED" -gt 0 ]; then
        printf '\nFailed:\n'
        for line in "${FAILED_CHECKS[@]}"; do printf '  %s\n' "$line"; done
    fi
    printf '%s passed, %s failed\n' "$PASSED" "$FAILED"
    [ "$FAILED" -eq 0 ]
}
