# Open Liberty with the features of Jakarta EE 8, for verify.sh: it gets the EAR of wf-ear/javax, and the test application transformed likewise.
# shellcheck shell=sh disable=SC2034,SC2154
# shellcheck source=openliberty.sh
. "$here/openliberty.sh"

configuration=openliberty8.xml
module=wf-ear/javax
ear=$root/wf-ear/javax/target/wf.ear
testapp=$target/bridge/wf-bridge-javax.war

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@openliberty dependency:copy@drivers exec:java@bridge-to-javax
}
