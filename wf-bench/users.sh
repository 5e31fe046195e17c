#!/bin/bash
# Many people at work on one node of the product over REST; starts PostgreSQL and the node on loopback, measures, and stops both.
#
#   wf-bench/users.sh [users=500] [minutes=10] [think=2000]
#
# USERS lines: by kind the median, p99 and what is wanted, then requests a second, answers 5xx and all others that were none; HEAP: the
# node's after a full collection, after two minutes and at the end; CPU: of a core, by client, node and database. Everything is in
# /tmp/wf-users-<user> (WF_USERS_HOME), which each run begins anew; ports 8191 (WF_USERS_PORT) and 55451 (WF_USERS_PG_PORT).
# WF_JAVA_OPTS reaches the node, JOPTS the client.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
export WF_CLUSTER_HOME=${WF_USERS_HOME:-/tmp/wf-users-$(id -un)}
export WF_CLUSTER_PORT=${WF_USERS_PORT:-8191} WF_CLUSTER_PG_PORT=${WF_USERS_PG_PORT:-55451}
# The node's own broker.
export WF_NODE1_BROKER_URL=
[ -n "${NO_BUILD:-}" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)

"$HERE/cluster.sh" clean
trap '"$HERE/cluster.sh" stop' EXIT
"$HERE/cluster.sh" build
"$HERE/cluster.sh" database start
"$HERE/cluster.sh" node 1 start
# The server is the child of its launcher.
server=$(pgrep -P "$(cat "$WF_CLUSTER_HOME/node1.pid")")
postgres=$(head -1 "$WF_CLUSTER_HOME/postgresql/postmaster.pid")
# Connections that rest are closed by the client before the node does it.
"${JAVA:-java}" ${JOPTS:-} -Djdk.httpclient.keepalive.timeout=10 -cp "$HERE/target/classes:$HERE/target/lib/*:$HERE/../wf-micro/target/home/lib/*" wf.bench.load.Users \
    "$@" url="http://127.0.0.1:$WF_CLUSTER_PORT" server="$server" postgres="$postgres" \
    database="jdbc:postgresql://127.0.0.1:$WF_CLUSTER_PG_PORT/wf?user=wf&password=wf-cluster"
