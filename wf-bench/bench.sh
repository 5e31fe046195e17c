#!/bin/bash
# bench.sh [container] MODE [key=value ...] - our engine in the harness of the peers; see README.md
# bench.sh core [options of JMH] - the pure core by itself
# bench.sh todo people=50000 open=1000000 finished=10000000 - work lists of a large house
# bench.sh round - what a vote costs in a round of 5 and in one of 500
set -e
HERE=$(cd "$(dirname "$0")" && pwd)
if [ "$1" = core ]; then
  shift
  [ -n "$NO_BUILD" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)
  exec "${JAVA:-java}" -cp "$HERE/target/classes:$HERE/target/lib/*" org.openjdk.jmh.Main "${@:-wf.bench.core}"
fi
PEERS=$(cd "${BENCH_PEERS:-$HERE/../../shared/bench-peers}" && pwd)
BUILD=${PEERBENCH_BUILD:-$(dirname "$(mktemp -u)")/peerbench/build}
HARNESS=$BUILD/peerbench-common
WHERE=se
[ "$1" = container ] && WHERE=container && shift

[ -d "$HARNESS/lib" ] || (cd "$PEERS" && mvn -q -B -Dbuild.root="$BUILD" -pl common package)
[ -n "$NO_BUILD" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)

# What the harness brings (pool, driver) goes first, so that all peers run on the same.
CP="$HARNESS/classes:$HARNESS/lib/*"
[ $WHERE = se ] && CP="$CP:$HERE/target/classes:$HERE/target/lib/*"
PEER=$BUILD/peerbench-wf-$WHERE
rm -rf "$PEER" && mkdir -p "$PEER/classes"
javac -nowarn -proc:none -d "$PEER/classes" -cp "$CP" "$HERE"/src/peer/{both,$WHERE}/peerbench/*.java
CP="$PEER/classes:$CP"
JAVA_OPTS="-Xms2g -Xmx2g ${JOPTS:-}"

if [ "$1" = round ]; then
  shift
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" peerbench.Round "$@"
fi
if [ "$1" = todo ] && [[ " $* " == *" people="* ]]; then
  shift
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" peerbench.Lists "$@"
fi
if [ $WHERE = se ]; then
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" peerbench.Bench wf "$@"
fi

# Our classes with nothing but the door as one WAR, on the server that the product runs on.
WAR=$PEER/war/WEB-INF
SERVER=$HERE/target/server
MICRO=$HERE/../wf-micro/src/main
mkdir -p "$WAR/lib" "$PEER/lib"
cp "$HERE"/target/lib/*.jar "$HERE"/target/wf-bench-*.jar "$WAR/lib"
rm "$WAR"/lib/jakarta.* "$WAR"/lib/org.eclipse.persistence.* "$WAR"/lib/wf-ejb-*-tests.jar
# With the product's own broker and the bindings to it.
cp "$MICRO"/webapp/WEB-INF/*.xml "$WAR"
(cd "$PEER/war" && jar -c -f "$PEER/bench.war" WEB-INF)
cp "$HARNESS"/lib/postgresql-*.jar "$PEER/lib"
PORT=$(printf '%s\n' "$@" | sed -n 's/^port=//p')
export WF_DB_DRIVER=org.postgresql.Driver WF_DB_URL=jdbc:postgresql://127.0.0.1:${PORT:-55432}/b_wfmicro WF_DB_USER=bench WF_DB_PASSWORD=bench
MANIFEST=$(unzip -p "$SERVER/payara-micro.jar" META-INF/MANIFEST.MF | tr -d '\r' | sed -e ':a' -e 'N' -e '$!ba' -e 's/\n //g')
for kind in opens exports; do
  for package in $(sed -n "s/^Add-${kind^}: //p" <<<"$MANIFEST"); do JAVA_OPTS="$JAVA_OPTS --add-$kind=$package=ALL-UNNAMED"; done
done
exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP:$SERVER/payara-micro.jar" -Djava.io.tmpdir="$PEER" -Dwf.data="$PEER/data" \
  -Dwf.bench.server="--nocluster --disablephonehome --port 8171 --autobindhttp --prebootcommandfile $MICRO/resources/wf/micro/preboot.txt --postbootcommandfile $MICRO/resources/wf/micro/postboot.txt --addlibs $PEER/lib --deploy $SERVER/wf-rar.rar --deploy $PEER/bench.war" \
  peerbench.Bench wfmicro "$@" 2>"$PEER/server.log"
