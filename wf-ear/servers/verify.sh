#!/bin/sh
# Runs the deployed part of the tests on the unchanged wf.ear, on one full server:
#
#   wf-ear/servers/verify.sh payara|wildfly|openliberty|glassfish
#
# or on the EAR of wf-ear/javax, on a server of Jakarta EE 8:
#
#   wf-ear/servers/verify.sh openliberty8
#
# The file <server>.sh beside this one knows the server. It lets it listen at $http, sets pid and log, largest where its broker takes smaller messages than the product, module, ear and testapp where it takes other archives, and defines: fetch (download, no server yet), start (with the data source jdbc/wf), deploy <name> <file>, and stop
# (must work at any moment, also twice).
#
# WF_DB_URL, WF_DB_USER, WF_DB_PASSWORD name the database. If unset it is an H2 file, into which no test can look: then the smoke
# scenarios run alone. WF_SERVER_PORTBASE moves the ports.
set -eu

server=${1:?"usage: verify.sh payara|wildfly|openliberty|glassfish|openliberty8"}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
target=$root/wf-ear/target/servers
module=wf-ear
ear=$root/wf-ear/target/wf.ear
testapp=$target/bridge/wf-bridge.war
work=$target/run-$server
portbase=${WF_SERVER_PORTBASE:-18100}
http=$((portbase + 80))
# Of wf-ws, and of the test application in the folder bridge, which lets the scenarios reach the server's broker and session beans.
url=http://127.0.0.1:$http/wf-ws/
bridge=http://127.0.0.1:$http/wf-bridge/command
beans=http://127.0.0.1:$http/wf-bridge/bean
tests=0 failed=1 seconds=- rss=- pid='' log='' largest='' groups='smoke|deployed'

: "${WF_DB_URL:=jdbc:h2:file:$work/db/wf}" "${WF_DB_USER:=wf}" "${WF_DB_PASSWORD:=wf}"
# The tests know the sample people, whose sign-on costs little, and are told the end of what follows, however busy the
# machine is. The database is new.
export WF_DB_URL WF_DB_USER WF_DB_PASSWORD WF_SAMPLE=true WF_PASSWORD_ITERATIONS=1000 WF_SETTLE=30000
# The same master key as in RunningProduct.
export WF_SEALING_KEY=tests WF_KEY_TESTS=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
case $WF_DB_URL in
    jdbc:h2:*) driver=org.h2.Driver groups=smoke ;;
    jdbc:postgresql:*) driver=org.postgresql.Driver ;;
    jdbc:mariadb:*) driver=org.mariadb.jdbc.Driver
        # As the launcher of wf-micro does; the pool's own setting costs PostgreSQL a statement a borrow.
        for parameter in transactionIsolation=READ-COMMITTED connectionTimeZone=UTC preserveInstants=true; do
            case $WF_DB_URL in
                *"${parameter%%=*}="*) ;;
                *\?*) WF_DB_URL="$WF_DB_URL&$parameter" ;;
                *) WF_DB_URL="$WF_DB_URL?$parameter" ;;
            esac
        done ;;
    *) echo "WF_DB_URL must begin with jdbc:h2:, jdbc:postgresql: or jdbc:mariadb:" >&2; exit 2 ;;
esac
export driver

say() { echo "$server: $*"; }

maven() { mvn -q -B "$@"; }

# Waits until the application answers; says no after three minutes.
ready() {
    tries=0
    until curl -fsS -o /dev/null "${url}api/v1/ping" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 180 ] || return 1
        sleep 1
    done
}

# Prints the number in <name>…</name> of failsafe's summary.
count() { sed -n "s/.*<$1>\([0-9]*\)<.*/\1/p" "$root/wf-micro/target/failsafe-reports/failsafe-summary.xml"; }

finish() {
    status=$?
    trap - EXIT INT TERM
    stop || say "did not stop in order"
    if [ "$status" -ne 0 ] && [ -f "$log" ]; then
        cp "$log" "$target/$server.log"
        say "the server's log is in $target/$server.log"
    fi
    rm -rf "$work"
    echo "SERVER $server tests=$tests failed=$failed start=${seconds}s rss=${rss}MB"
    exit "$status"
}

# shellcheck source=payara.sh
. "$here/$server.sh"

rm -rf "$work"
mkdir -p "$work"
trap finish EXIT
trap 'exit 130' INT TERM

[ -f "$ear" ] || { say "building wf.ear"; maven -f "$root/pom.xml" package -Pjavax -pl "$module" -am -Dmaven.test.skip=true; }
say "building the bridge to the broker and the beans"
maven -f "$root/pom.xml" package -Pservers -pl wf-ear/servers/bridge -am -Dmaven.test.skip=true
say "fetching the server"
fetch
say "starting"
begin=$(date +%s)
start
say "deploying"
deploy wf "$ear"
deploy wf-bridge "$testapp"
ready || { say "the application does not answer at $url"; exit 1; }
seconds=$(($(date +%s) - begin))

say "running the tests ($groups) on $url"
rm -f "$root/wf-micro/target/failsafe-reports/failsafe-summary.xml"
result=0
maven -f "$root/pom.xml" verify -pl wf-micro -am -DskipUnitTests -Dgroups="$groups" -Dwf.url="$url" -Dwf.jms.url="$bridge" -Dwf.jms.largest="$largest" -Dwf.ejb.url="$beans" || result=$?
rss=$(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$pid/status")
tests=$(count completed)
failed=$(($(count errors) + $(count failures)))
[ "$result" -eq 0 ] && [ "$tests" -gt 0 ]
