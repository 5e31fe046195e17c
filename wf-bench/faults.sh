#!/bin/bash
# Breaks something in a cluster of two nodes while 5,000 submits are handed in and timers fall due, and counts what came of it.
#
#   wf-bench/faults.sh NAME [submits=5000] [timers=500] [clients=16]
#   wf-bench/faults.sh all [...]
#
#   node      kill -9 of the second node, which comes back       first     the same with the first
#   frozen    SIGSTOP of the second node for 20 s, its leases are 5 s, then SIGCONT
#   broker    kill -9 of the broker, which comes back, while the work is handed in over JMS
#   full      the store of the embedded broker of a single node is full, while the work is handed in over JMS, until the node fetches messages again
#   database  PostgreSQL is stopped as by a crash, and started
#   clock     the clock of the second node is 30 s ahead         none      nothing breaks
#
# Calls to another system and mails are caught by a stub and by GreenMail, which the first run fetches. Every kind (instances, submits, tickets,
# calls, items, timers, mails) is counted by itself on a line of its own; then comes FAULT name accepted=N effects=N lost=N doubled=N with
# the sums. The exit code is 0 only if of no kind any is lost or doubled, and if the fault itself did not fail.
set -eu

HERE=$(cd "$(dirname "$0")" && pwd)
ALL="node first frozen broker full database clock"

HOME_=${WF_CLUSTER_HOME:-/tmp/wf-cluster-$(id -un)}
GREENMAIL=2.1.3
export WF_MAIL_HOST=127.0.0.1 WF_MAIL_PORT=${WF_MAIL_PORT:-3125} WF_MAIL_SECURITY=off WF_MAIL_FROM=workflow@localhost
export WF_CLUSTER_SYSTEM_PORT=${WF_CLUSTER_SYSTEM_PORT:-8191}
export WF_ENDPOINT_FAULTS=http://127.0.0.1:$WF_CLUSTER_SYSTEM_PORT

# The mail server comes from Maven Central, what it needs is in the product.
prepare() {
  local lib=$HOME_/faults-lib home=$HERE/../wf-micro/target/home
  "$HERE/cluster.sh" build
  if [ ! -d "$lib" ]; then
    mkdir -p "$lib.new"
    (cd "$HERE/.." && mvn -q -B ${MVN_OPTS:-} -N org.apache.maven.plugins:maven-dependency-plugin:copy \
        -Dartifact=com.icegreen:greenmail:$GREENMAIL -DoutputDirectory="$lib.new")
    (cd "$lib.new" && unzip -qoj "$home/wf.war" 'WEB-INF/lib/angus-*.jar' 'WEB-INF/lib/jakarta.mail-api-*.jar' 'WEB-INF/lib/jakarta.activation-api-*.jar')
    mv "$lib.new" "$lib"
  fi
  CLASSPATH_="$HOME_/faults-classes:$home/lib/*:$HOME_/broker-lib/*:$lib/*"
  rm -rf "$HOME_/faults-classes"
  javac -nowarn -proc:none -d "$HOME_/faults-classes" -cp "$CLASSPATH_" "$HERE"/src/cluster/*.java
}

one() {
  local name=$1
  shift
  export WF_JOB_LEASE_SECONDS=30 WF_BROKER_STORE_MB=1024 WF_CLUSTER_SINGLE=off
  unset WF_NODE2_CLOCK_OFFSET_SECONDS
  case $name in
    frozen) export WF_JOB_LEASE_SECONDS=5 ;;
    full) export WF_BROKER_STORE_MB=4 WF_CLUSTER_SINGLE=on ;;
    clock) export WF_NODE2_CLOCK_OFFSET_SECONDS=30 ;;
  esac
  "$HERE/cluster.sh" stop || return 1
  "$HERE/cluster.sh" start || return 1
  java -Dcluster="$HERE/cluster.sh" -cp "$CLASSPATH_" Faults "$name" "$@"
}

name=${1:?which fault? $ALL}
shift
prepare
failed=0
if [ "$name" = all ]; then
  for each in $ALL; do one "$each" "$@" || failed=1; done
else
  one "$name" "$@" || failed=1
fi
"$HERE/cluster.sh" stop
exit $failed
