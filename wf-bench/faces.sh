#!/bin/bash
# What REST and SOAP add to a submit, beside the same bean called in the server; starts PostgreSQL and one node on loopback, measures, and stops both.
#
#   wf-bench/faces.sh [rounds=7] [calls=300] [connections=64] [warm=3000]
#
# FACES lines: on one thread the medians of each way and what a face adds; then with all connections at once the rate and the CPU a submit takes.
# The node's WAR has one servlet more (src/within), which calls the beans by itself. Everything is in /tmp/wf-faces-<user> (WF_FACES_HOME), which each
# run begins anew; ports 8195 (WF_FACES_PORT) and 55455 (WF_FACES_PG_PORT). WF_JAVA_OPTS reaches the node, JOPTS the client.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
export WF_CLUSTER_HOME=${WF_FACES_HOME:-/tmp/wf-faces-$(id -un)}
export WF_CLUSTER_PORT=${WF_FACES_PORT:-8195} WF_CLUSTER_PG_PORT=${WF_FACES_PG_PORT:-55455}
export WF_CLUSTER_PRODUCT=$HERE/target/faces-home
# The node's own broker.
export WF_NODE1_BROKER_URL=
[ -n "${NO_BUILD:-}" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench,wf-micro -am -DskipTests package)

"$HERE/cluster.sh" clean
trap '"$HERE/cluster.sh" stop' EXIT
"$HERE/cluster.sh" build
rm -rf "$WF_CLUSTER_PRODUCT" "$HERE/target/within"
mkdir -p "$HERE/target/within/WEB-INF/classes"
cp -r "$HERE/../wf-micro/target/home" "$WF_CLUSTER_PRODUCT"
javac -nowarn -proc:none -d "$HERE/target/within/WEB-INF/classes" -cp "$HERE/target/lib/*" "$HERE"/src/within/wf/bench/within/*.java
jar -u -f "$WF_CLUSTER_PRODUCT/wf.war" -C "$HERE/target/within" WEB-INF
"$HERE/cluster.sh" database start
"$HERE/cluster.sh" node 1 start
# The server is the child of its launcher.
server=$(pgrep -P "$(cat "$WF_CLUSTER_HOME/node1.pid")")
postgres=$(head -1 "$WF_CLUSTER_HOME/postgresql/postmaster.pid")
"${JAVA:-java}" ${JOPTS:-} -cp "$HERE/target/classes:$HERE/target/lib/*" wf.bench.load.Faces "$@" url="http://127.0.0.1:$WF_CLUSTER_PORT" server="$server" postgres="$postgres"
