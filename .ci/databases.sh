#!/bin/bash
# Starts and stops a PostgreSQL and a MariaDB of our own on loopback, for tests; the system's servers stay untouched.
#
#   .ci/databases.sh start [folder]     starts both and prints the variables to export; PostgreSQL has a second database, for a full server
#   .ci/databases.sh stop  [folder]     stops both and keeps the data
#   .ci/databases.sh clean [folder]     stops both and removes what it made
#
# The folder (WF_DB_HOME, else /tmp/wf-databases-<user>) holds data, logs and process ids. Ports: WF_TEST_PG_PORT (55440)
# and WF_TEST_MARIADB_PORT (33440). Neither server waits for the disk (no fsync), and the password of
# PostgreSQL is asked in its old, quick way, since tests connect anew for each transaction: for tests only.
set -eu

command=${1:-}
home=${2:-${WF_DB_HOME:-/tmp/wf-databases-$(id -un)}}
pg_port=${WF_TEST_PG_PORT:-55440}
maria_port=${WF_TEST_MARIADB_PORT:-33440}
password=wf-test

pg_bin() {
    local newest
    newest=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
    [ -n "$newest" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }
    echo "$newest"
}

# PostgreSQL refuses to run as root; then it runs as the user that Debian's package made.
as_pg() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env -u LANGUAGE HOME=/tmp LC_ALL=C.UTF-8 "$@")
    else
        env -u LANGUAGE LC_ALL=C.UTF-8 "$@"
    fi
}

psql_do() {
    PGPASSWORD=$password psql -X -h 127.0.0.1 -p "$pg_port" -U wf -d postgres -v ON_ERROR_STOP=1 "$@"
}

maria_do() {
    mariadb --no-defaults --socket="$home/mariadb/mariadb.sock" -u root "$@"
}

start_postgresql() {
    local data=$home/postgresql name
    [ ! -f "$data/postmaster.pid" ] || ! psql_do -tAc "select 1" > /dev/null 2>&1 || return 0
    if [ ! -f "$data/PG_VERSION" ]; then
        mkdir -p "$data"
        chmod 700 "$data"
        [ "$(id -u)" != 0 ] || chown postgres "$data"
        echo "$password" > "$home/pw"
        chmod 644 "$home/pw"
        as_pg "$(pg_bin)/initdb" -D "$data" -U wf --pwfile="$home/pw" -A md5 -E UTF8 --locale=C.UTF-8 \
            --no-sync > "$home/initdb.log"
        cat >> "$data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 100
CONF
    fi
    as_pg "$(pg_bin)/pg_ctl" -D "$data" -l "$data/server.log" -o "-p $pg_port" -w -t 60 start > "$home/pg_ctl.log" \
        || { cat "$home/pg_ctl.log" "$data/server.log" >&2; return 1; }
    for name in wf wf_server; do
        psql_do -tAc "select 1 from pg_database where datname = '$name'" | grep -q 1 || psql_do -qc "create database $name"
    done
}

start_mariadb() {
    local data=$home/mariadb i
    local user=()
    [ ! -S "$data/mariadb.sock" ] || ! maria_do -e "select 1" > /dev/null 2>&1 || return 0
    [ "$(id -u)" != 0 ] || user=(--user=root)
    if [ ! -d "$data/mysql" ]; then
        mkdir -p "$data"
        mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal \
            --skip-test-db "${user[@]}" > "$home/mariadb-install.log" 2>&1 \
            || { cat "$home/mariadb-install.log" >&2; return 1; }
    fi
    setsid mariadbd --no-defaults --datadir="$data" --bind-address=127.0.0.1 --port="$maria_port" \
        --socket="$data/mariadb.sock" --pid-file="$data/mariadb.pid" --skip-log-bin "${user[@]}" \
        --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --innodb-buffer-pool-size=256M \
        --max-allowed-packet=64M > "$data/server.log" 2>&1 < /dev/null &
    for i in $(seq 1 120); do
        maria_do -e "select 1" > /dev/null 2>&1 && break
        sleep 0.25
    done
    maria_do -e "create database if not exists wf character set utf8mb4 collate utf8mb4_nopad_bin;
        create user if not exists wf@'127.0.0.1' identified by '$password';
        grant all on *.* to wf@'127.0.0.1'" || { cat "$data/server.log" >&2; return 1; }
}

stop_postgresql() {
    [ -f "$home/postgresql/postmaster.pid" ] || return 0
    as_pg "$(pg_bin)/pg_ctl" -D "$home/postgresql" -m fast -w -t 60 stop > /dev/null || true
}

stop_mariadb() {
    local file=$home/mariadb/mariadb.pid pid i
    [ -f "$file" ] || return 0
    pid=$(cat "$file")
    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = mariadbd ] || return 0
    kill "$pid"
    for i in $(seq 1 120); do
        kill -0 "$pid" 2>/dev/null || return 0
        sleep 0.25
    done
    kill -9 "$pid"
}

print_variables() {
    cat <<VARS
export WF_TEST_PG_URL='jdbc:postgresql://127.0.0.1:$pg_port/wf'
export WF_TEST_PG_SERVER_URL='jdbc:postgresql://127.0.0.1:$pg_port/wf_server'
export WF_TEST_MARIADB_URL='jdbc:mariadb://127.0.0.1:$maria_port/wf?transactionIsolation=READ-COMMITTED&connectionTimeZone=UTC&preserveInstants=true'
export WF_TEST_DB_USER=wf
export WF_TEST_DB_PASSWORD=$password
VARS
}

case $command in
    start)
        mkdir -p "$home"
        chmod 755 "$home"
        start_postgresql & pg=$!
        start_mariadb & maria=$!
        wait "$pg"
        wait "$maria"
        print_variables
        ;;
    stop)
        stop_postgresql
        stop_mariadb
        ;;
    clean)
        stop_postgresql
        stop_mariadb
        rm -rf "$home/postgresql" "$home/mariadb" "$home"/*.log "$home/pw"
        rmdir "$home"
        ;;
    *)
        sed -n '2,9p' "$0" >&2
        exit 2
        ;;
esac
