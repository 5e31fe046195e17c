#!/bin/bash
# bench.sh MODE [key=value ...] - our engine in the harness of the peers; see README.md
set -e
HERE=$(cd "$(dirname "$0")" && pwd)
PEERS=$(cd "${BENCH_PEERS:-$HERE/../../shared/bench-peers}" && pwd)
BUILD=${PEERBENCH_BUILD:-$(dirname "$(mktemp -u)")/peerbench/build}
HARNESS=$BUILD/peerbench-common
PEER=$BUILD/peerbench-wf

[ -d "$HARNESS/lib" ] || (cd "$PEERS" && mvn -q -B -Dbuild.root="$BUILD" -pl common package)
[ -n "$NO_BUILD" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)

# What the harness brings (pool, driver) goes first, so that all peers run on the same.
LIBS="$HARNESS/classes:$HARNESS/lib/*:$HERE/target/classes:$HERE/target/lib/*"
mkdir -p "$PEER/classes"
javac -nowarn -proc:none -d "$PEER/classes" -cp "$LIBS" "$HERE"/src/peer/java/peerbench/*.java
exec "${JAVA:-java}" -Xms2g -Xmx2g ${JOPTS:-} -cp "$PEER/classes:$LIBS" peerbench.Bench wf "$@"
