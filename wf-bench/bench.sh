#!/bin/bash
# bench.sh [container] MODE [key=value ...] - our engine in the harness of the peers; see README.md
# bench.sh core [options of JMH] - the pure core by itself
# bench.sh todo people=50000 open=1000000 finished=10000000 - work lists of a large house
# bench.sh load people=50000 - the organisation of a large house from OpenLDAP, see load.sh
# bench.sh round - what a vote costs in a round of 5 and in one of 500
# bench.sh [container] drain timers=100000 - timers that fall due in the same minute; bench.sh drain flowable|camunda|peers ... - those of others
# bench.sh [container] burst n=2000 - work handed in for tickets
# bench.sh users users=500 minutes=10 - many people over REST on one node, see users.sh
# bench.sh faces - what REST and SOAP add to the same call in the server, see faces.sh
set -e
HERE=$(cd "$(dirname "$0")" && pwd)
if [ "$1" = core ]; then
  shift
  [ -n "$NO_BUILD" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)
  exec "${JAVA:-java}" -cp "$HERE/target/classes:$HERE/target/lib/*" org.openjdk.jmh.Main "${@:-wf.bench.core}"
fi
if [ "$1" = users ] || [ "$1" = faces ]; then
  program=$HERE/$1.sh
  shift
  exec "$program" "$@"
fi
if [ "$1" = drain ] && [ "$2" = peers ]; then
  shift 2
  set -o pipefail
  said=$(mktemp)
  for peer in "" flowable camunda; do
    "$0" drain $peer "$@" | tee -a "$said"
    export NO_BUILD=1
  done
  sed -n 's/^DRAIN \([a-z]*\) alone timers=.* per second=\([0-9]*\) .*/\1 \2/p' "$said" |
    awk '$1 == "wf" { ours = $2 } $1 != "wf" { printf "RATIO drain wf : %s = %.2f\n", $1, ours / $2 }'
  rm "$said"
  exit
fi
PEERS=$(cd "${BENCH_PEERS:-$HERE/../../shared/bench-peers}" && pwd)
BUILD=${PEERBENCH_BUILD:-$(dirname "$(mktemp -u)")/peerbench/build}
HARNESS=$BUILD/peerbench-common
WHERE=se
NAME=wf
[ "$1" = container ] && WHERE=container && NAME=wfmicro && shift
# The others' engines by the harness's own versions.
if [ "$1" = drain ] && [[ "$2" =~ ^(flowable|camunda)$ ]]; then
  WHERE=$2 NAME=$2
  set -- drain "${@:3}"
  [ -d "$BUILD/peerbench-$NAME/lib" ] || (cd "$PEERS" && mvn -q -B -Dbuild.root="$BUILD" -pl "common,$NAME" package)
fi

[ -d "$HARNESS/lib" ] || (cd "$PEERS" && mvn -q -B -Dbuild.root="$BUILD" -pl common package)
[ -n "$NO_BUILD" ] || (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -Pbench -pl wf-bench -am -DskipTests package)

# What the harness brings (pool, driver) goes first, so that all peers run on the same.
CP="$HARNESS/classes:$HARNESS/lib/*"
case $WHERE in
  se) CP="$CP:$HERE/target/classes:$HERE/target/lib/*" ;;
  container) CP="$CP:$(ls "$HERE"/target/lib/HdrHistogram-*.jar)" ;;
  *) CP="$CP:$BUILD/peerbench-$NAME/lib/*:$(ls "$HERE"/target/lib/HdrHistogram-*.jar)" ;;
esac
PEER=$BUILD/peerbench-wf-$WHERE
rm -rf "$PEER" && mkdir -p "$PEER/classes"
javac -nowarn -proc:none -d "$PEER/classes" -cp "$CP" "$HERE"/src/peer/{both,$WHERE}/peerbench/*.java "$HERE/src/main/java/wf/bench/Times.java"
CP="$PEER/classes:$CP"
JAVA_OPTS="-Xms2g -Xmx2g ${JOPTS:-}"

if [ "$1" = round ]; then
  shift
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" peerbench.Round "$@"
fi
if [ "$1" = load ]; then
  shift
  CP=$CP exec "$HERE/load.sh" "$@"
fi
if [ "$1" = todo ] && [[ " $* " == *" people="* ]]; then
  shift
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" peerbench.Lists "$@"
fi
case $1 in
  drain) MAIN=(peerbench.Drain "$NAME" "${@:2}") ;;
  burst) MAIN=(peerbench.Burst "$NAME" "${@:2}") ;;
  *) MAIN=(peerbench.Bench "$NAME" "$@") ;;
esac
if [ $WHERE != container ]; then
  exec "${JAVA:-java}" $JAVA_OPTS -cp "$CP" "${MAIN[@]}"
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
  "${MAIN[@]}" 2>"$PEER/server.log"
