#!/bin/bash
# How many SQL statements a second one node issues that has nothing to do: everything, by pg_stat_statements, with BEGIN and COMMIT.
#
#   wf-bench/idle.sh [seconds]        on the cluster of cluster.sh, of which only the first node runs
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
SECONDS_=${1:-60}
port=${WF_CLUSTER_PG_PORT:-55450}
sql() { PGPASSWORD=wf-cluster psql -X -h 127.0.0.1 -p "$port" -U wf -d wf -tAc "$1"; }

"$HERE/cluster.sh" build
"$HERE/cluster.sh" database start
"$HERE/cluster.sh" broker start
"$HERE/cluster.sh" node 1 start
# What a start brings is no idling.
sleep 30
sql "select pg_stat_statements_reset()" > /dev/null
sleep "$SECONDS_"
sql "select calls, left(regexp_replace(query, '\s+', ' ', 'g'), 110) from pg_stat_statements where query !~ 'pg_stat_statements' order by calls desc limit 12"
calls=$(sql "select sum(calls) from pg_stat_statements where query !~ 'pg_stat_statements'")
echo "IDLE statements=$calls seconds=$SECONDS_ rate=$(awk "BEGIN { printf \"%.2f\", $calls / $SECONDS_ }")"
