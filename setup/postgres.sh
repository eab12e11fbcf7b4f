# A private PostgreSQL for one run of ./test: own directory, own port, own password, gone afterwards.
# Sourced, never run. Touches no cluster that the machine already has.
# shellcheck shell=bash

PG_HOME=''

# As root the server refuses to start, so Debian's own account for it is used.
as_pg() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

pg_bin() {
    find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1
}

# A port below the range from which the kernel gives outgoing connections theirs.
free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 12000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s' "$port"
            return 0
        fi
    done
}

# Exports THIDUA_TEST_POSTGRES. The data are worthless, so nothing is flushed to the disk.
start_postgres() {
    local bin port secret
    bin=$(pg_bin)
    PG_HOME=$(mktemp -d "${TMPDIR:-/tmp}/thidua-pg.XXXXXX")
    secret=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    printf '%s\n' "$secret" >"$PG_HOME/secret"
    [ "$(id -u)" != 0 ] || chown -R postgres "$PG_HOME"
    as_pg "$bin/initdb" --pgdata="$PG_HOME/db" --username=thidua --pwfile="$PG_HOME/secret" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$PG_HOME/initdb.log"
    local attempt
    for attempt in 1 2 3; do
        port=$(free_port)
        if as_pg "$bin/pg_ctl" --pgdata="$PG_HOME/db" --log="$PG_HOME/db/server.log" --wait --silent \
            --options="-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='$PG_HOME' \
-c max_connections=200 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start; then
            export THIDUA_TEST_POSTGRES="postgres://thidua:$secret@127.0.0.1:$port/postgres"
            return 0
        fi
        printf 'PostgreSQL did not start on port %s (attempt %s)\n' "$port" "$attempt" >&2
    done
    as_pg cat "$PG_HOME/db/server.log" >&2
    return 1
}

stop_postgres() {
    [ -n "$PG_HOME" ] || return 0
    as_pg "$(pg_bin)/pg_ctl" --pgdata="$PG_HOME/db" --mode=immediate --silent stop >/dev/null 2>&1 || true
    rm -rf "$PG_HOME"
    PG_HOME=''
}
