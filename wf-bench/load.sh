#!/bin/bash
# The organisation of a large house from a real OpenLDAP; bench.sh load calls it with the class path in CP.
#
# LOAD line: what was loaded, in how many seconds, and what its snapshot weighs. The directory is that of the tests (.ci/directory.sh), in
# /tmp/wf-load-<user>, made anew and removed afterwards; ports 33990 and 33991 (WF_TEST_LDAP_PORT).
set -eu

directory=$(cd "$(dirname "$0")/../.ci" && pwd)/directory.sh
home=/tmp/wf-load-$(id -un)
export WF_TEST_LDAP_PORT=${WF_TEST_LDAP_PORT:-33990}
PATH=$PATH:/usr/sbin
"$directory" clean "$home"
trap '"$directory" clean "$home"' EXIT
mkdir -p "$home"
"$directory" start "$home" > "$home/variables"
# shellcheck disable=SC1091
. "$home/variables"
"$directory" stop "$home"
"${JAVA:-java}" -cp "$CP" peerbench.Loads ldif "$@" > "$home/house.ldif"
slapadd -q -F "$home/slapd.d" -b dc=example,dc=org -l "$home/house.ldif"
"$directory" start "$home" > "$home/variables"
"${JAVA:-java}" -Xmx2g ${JOPTS:-} -cp "$CP" peerbench.Loads "$@"
