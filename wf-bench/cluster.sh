#!/bin/bash
# Two nodes of the product on loopback over one PostgreSQL and one broker of their own; docs/cluster.md explains it.
#
#   wf-bench/cluster.sh start             builds what is missing, starts all of it and prints the addresses
#   wf-bench/cluster.sh stop              stops all of it in order and keeps the data
#   wf-bench/cluster.sh clean             stops all of it and removes its folder
#   wf-bench/cluster.sh node N start|stop|kill|freeze|thaw
#   wf-bench/cluster.sh broker start|stop|kill
#   wf-bench/cluster.sh database start|stop|crash
#
# With WF_CLUSTER_SINGLE=on there is one node alone, whose own broker listens at the broker's port. WF_BROKER_STORE_MB is what either may store.
# WF_CLUSTER_PRODUCT names another folder to run the product from. WF_CLUSTER_HOME (else /tmp/wf-cluster-<user>) holds data, logs and process ids. Ports: nodes 8181 and 8182 (WF_CLUSTER_PORT is
# the first), broker 61617 (WF_CLUSTER_BROKER_PORT), database 55450 (WF_CLUSTER_PG_PORT). Further WF_* variables go to the nodes;
# those of node N alone are given as WF_NODE1_… and WF_NODE2_…, as WF_NODE2_CLOCK_OFFSET_SECONDS=30.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
ROOT=$(cd "$HERE/.." && pwd)
HOME_=${WF_CLUSTER_HOME:-/tmp/wf-cluster-$(id -un)}
FIRST=${WF_CLUSTER_PORT:-8181}
BROKER_PORT=${WF_CLUSTER_BROKER_PORT:-61617}
PG_PORT=${WF_CLUSTER_PG_PORT:-55450}
STORE_MB=${WF_BROKER_STORE_MB:-1024}
SINGLE=${WF_CLUSTER_SINGLE:-off}
PRODUCT=${WF_CLUSTER_PRODUCT:-$ROOT/wf-micro/target/home}
PASSWORD=wf-cluster
mkdir -p "$HOME_"

# ---- what is needed ----

build() {
  if [ ! -f "$ROOT/wf-micro/target/home/wf.war" ]; then
    echo "Building the product (some minutes the first time)."
    (cd "$ROOT" && mvn -q -B ${MVN_OPTS:-} -pl wf-micro -am -DskipTests package)
  fi
  if [ ! -d "$HOME_/broker-lib" ]; then
    mkdir -p "$HOME_/broker-lib.new"
    # The broker is that of our resource archive, which Maven Central has brought; the server has the API.
    (cd "$HOME_/broker-lib.new" && unzip -qoj "$ROOT/wf-micro/target/home/wf-rar.rar" '*.jar')
    (cd "$ROOT" && mvn -q -B ${MVN_OPTS:-} -N org.apache.maven.plugins:maven-dependency-plugin:copy -Dartifact=jakarta.jms:jakarta.jms-api:3.1.0 \
        -DoutputDirectory="$HOME_/broker-lib.new")
    mv "$HOME_/broker-lib.new" "$HOME_/broker-lib"
  fi
}

alive() { [ -f "$1" ] && kill -0 "$(cat "$1")" 2> /dev/null; }

wait_for() {
  local what=$1 seconds=$2
  shift 2
  for _ in $(seq "$((seconds * 4))"); do
    "$@" > /dev/null 2>&1 && return 0
    sleep 0.25
  done
  echo "$what did not come up within $seconds s; see $HOME_/*.log" >&2
  return 1
}

# ---- database ----

pg() {
  local bin
  bin=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
  [ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }
  local program=$bin/$1
  shift
  # PostgreSQL refuses to run as root; then it runs as the user that Debian's package made.
  if [ "$(id -u)" = 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env -u LANGUAGE HOME=/tmp LC_ALL=C.UTF-8 "$program" "$@")
  else
    env -u LANGUAGE LC_ALL=C.UTF-8 "$program" "$@"
  fi
}

sql() { PGPASSWORD=$PASSWORD psql -X -h 127.0.0.1 -p "$PG_PORT" -U wf -d "${DB:-wf}" -v ON_ERROR_STOP=1 -tAc "$1"; }

database_start() {
  local data=$HOME_/postgresql
  if [ ! -f "$data/PG_VERSION" ]; then
    mkdir -p "$data"
    chmod 700 "$data"
    [ "$(id -u)" != 0 ] || chown postgres "$data"
    chmod 755 "$HOME_"
    echo "$PASSWORD" > "$HOME_/pw"
    chmod 644 "$HOME_/pw"
    pg initdb -D "$data" -U wf --pwfile="$HOME_/pw" -A scram-sha-256 -E UTF8 --locale=C.UTF-8 > "$HOME_/initdb.log"
    cat >> "$data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_preload_libraries = 'pg_stat_statements'
CONF
  fi
  pg pg_ctl -D "$data" -l "$data/server.log" -o "-p $PG_PORT" -w -t 60 start > "$HOME_/pg_ctl.log"
  DB=postgres sql "select 1 from pg_database where datname = 'wf'" | grep -q 1 || DB=postgres sql "create database wf" > /dev/null
  sql "create extension if not exists pg_stat_statements" > /dev/null 2>&1
}

database_stop() { [ ! -f "$HOME_/postgresql/postmaster.pid" ] || pg pg_ctl -D "$HOME_/postgresql" -m fast -w stop > "$HOME_/pg_ctl.log"; }

# As when the machine fails: no order, the next start recovers from the log.
database_crash() { pg pg_ctl -D "$HOME_/postgresql" -m immediate -w stop > "$HOME_/pg_ctl.log"; }

# ---- broker ----

broker_start() {
  [ "$SINGLE" = off ] || return 0
  ! alive "$HOME_/broker.pid" || return 0
  # shellcheck disable=SC2086
  setsid java -Xmx256m -cp "$HOME_/broker-lib/*" "$HERE/src/cluster/Broker.java" "tcp://127.0.0.1:$BROKER_PORT" "$HOME_/broker" "$STORE_MB" \
      > "$HOME_/broker.log" 2>&1 < /dev/null &
  echo $! > "$HOME_/broker.pid"
  wait_for "The broker" 60 grep -q "broker ready" "$HOME_/broker.log"
}

broker_stop() { end broker.pid TERM; }
broker_kill() { end broker.pid KILL; }

# ---- nodes ----

end() {
  local file=$HOME_/$1 pid
  alive "$file" || { rm -f "$file"; return 0; }
  pid=$(cat "$file")
  kill "-$2" "$pid"
  while kill -0 "$pid" 2> /dev/null; do sleep 0.1; done
  rm -f "$file"
}

# What stands as WF_NODE2_X=… counts as WF_X=… for node 2.
own() { env | sed -n "s/^WF_NODE$1_\([A-Z_]*=.*\)/WF_\1/p"; }

node_begin() {
  ! alive "$HOME_/node$1.pid" || return 0
  local port=$((FIRST + $1 - 1)) settings=()
  if [ "$SINGLE" = off ]; then
    settings+=("WF_BROKER_URL=failover:(tcp://127.0.0.1:$BROKER_PORT)")
  else
    settings+=(WF_BROKER_URL= "WF_BROKER_LISTEN=tcp://127.0.0.1:$BROKER_PORT")
  fi
  # Of one name given twice the later counts: what is said of this node alone goes last.
  mapfile -t -O "${#settings[@]}" settings < <(own "$1")
  env WF_DB_URL="jdbc:postgresql://127.0.0.1:$PG_PORT/wf" WF_DB_USER=wf WF_DB_PASSWORD=$PASSWORD \
      WF_BROKER_USER= WF_BROKER_PASSWORD= WF_NODE="node$1" WF_SAMPLE=true \
      WF_PASSWORD_ITERATIONS="${WF_PASSWORD_ITERATIONS:-20000}" "${settings[@]}" \
      setsid java -Xmx64m -Dwf.home="$PRODUCT" -Dwf.port="$port" -Dwf.data="$HOME_/node$1" -cp "$ROOT/wf-micro/target/classes" \
      wf.micro.Launcher > "$HOME_/node$1.log" 2>&1 < /dev/null &
  echo $! > "$HOME_/node$1.pid"
}

node_ready() { wait_for "Node $1" 300 curl -fsS "http://127.0.0.1:$((FIRST + $1 - 1))/api/v1/ping"; }
node_start() { node_begin "$1"; node_ready "$1"; }
node_stop() { end "node$1.pid" TERM; }

# The server is the child of its launcher.
server() { pgrep -P "$(cat "$HOME_/node$1.pid")"; }

node_kill() {
  local pid
  pid=$(server "$1")
  kill -KILL "$pid"
  end "node$1.pid" TERM
}

node_freeze() { kill -STOP "$(server "$1")"; }
node_thaw() { kill -CONT "$(server "$1")"; }

# ---- all of it ----

start() {
  build
  database_start
  broker_start
  # The first one makes the tables.
  node_start 1
  if [ "$SINGLE" != off ]; then
    echo "One node with a broker of its own is ready: http://127.0.0.1:$FIRST"
    return 0
  fi
  node_start 2
  echo "Two nodes are ready: http://127.0.0.1:$FIRST and http://127.0.0.1:$((FIRST + 1))  (people: zhao, li, wang, sun, admin; password: wf-demo-1)"
}

stop() {
  node_stop 1
  node_stop 2
  broker_stop
  database_stop
}

case ${1:-} in
  start) start ;;
  stop) stop ;;
  clean) stop; rm -rf "$HOME_" ;;
  node) "node_$3" "$2" ;;
  broker) "broker_$2" ;;
  database) "database_$2" ;;
  build) build ;;
  *) sed -n '2,15p' "$0" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
