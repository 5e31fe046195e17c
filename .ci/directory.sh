#!/bin/bash
# Starts and stops an OpenLDAP of our own on loopback, for tests; the system's server stays untouched.
#
#   .ci/directory.sh start [folder]     starts it, with our schema from ldap-schema, and prints the variables to export
#   .ci/directory.sh stop  [folder]     stops it and keeps the data
#   .ci/directory.sh clean [folder]     stops it and removes what it made
#
# The folder (WF_LDAP_HOME, else /tmp/wf-directory-<user>) holds data, certificates, log and process id. Ports:
# WF_TEST_LDAP_PORT (33890) and the one after it for LDAPS. It does not wait for the disk: for tests only.
set -eu

command=${1:-}
home=${2:-${WF_LDAP_HOME:-/tmp/wf-directory-$(id -un)}}
port=${WF_TEST_LDAP_PORT:-33890}
here=$(cd "$(dirname "$0")/.." && pwd)
password=wf-test
PATH=$PATH:/usr/sbin

# An authority, the server's certificate for "localhost" alone, and another authority that signed nothing of it.
make_certificates() {
    local openssl="openssl req -x509 -newkey rsa:2048 -nodes -days 3650"
    $openssl -keyout "$home/ca.key" -out "$home/ca.pem" -subj "/CN=wf test authority"
    $openssl -keyout "$home/other.key" -out "$home/other.pem" -subj "/CN=another authority"
    openssl req -newkey rsa:2048 -nodes -keyout "$home/server.key" -out "$home/server.csr" -subj "/CN=localhost"
    openssl x509 -req -in "$home/server.csr" -CA "$home/ca.pem" -CAkey "$home/ca.key" -CAcreateserial -days 3650 \
        -extfile <(echo "subjectAltName=DNS:localhost") -out "$home/server.pem"
}

database() {
    mkdir -p "$home/data-$1"
    cat <<LDIF

dn: olcDatabase=mdb,cn=config
objectClass: olcDatabaseConfig
objectClass: olcMdbConfig
olcDatabase: mdb
olcDbDirectory: $home/data-$1
olcSuffix: $2
olcRootDN: cn=admin,$2
olcRootPW: $password
olcDbMaxSize: 1073741824
olcDbNoSync: TRUE
olcDbIndex: objectClass eq
olcDbIndex: uid eq
olcDbIndex: member eq
olcSizeLimit: size=500 size.prtotal=unlimited
olcAccess: to attrs=userPassword by anonymous auth by * none
olcAccess: to * by users read by * none
LDIF
}

# Of another vendor's groups as much as the corpora have.
foreign_schema() {
    cat <<LDIF

dn: cn=foreign,cn=schema,cn=config
objectClass: olcSchemaConfig
cn: foreign
olcAttributeTypes: ( 1.2.840.113556.1.4.750 NAME 'groupType' EQUALITY integerMatch
  SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
olcObjectClasses: ( 1.2.840.113556.1.5.8 NAME 'group' SUP top STRUCTURAL MUST cn MAY ( groupType $ member ) )
LDIF
}

configure() {
    local schema
    mkdir -p "$home/slapd.d"
    {
        cat <<LDIF
dn: cn=config
objectClass: olcGlobal
cn: config
olcPidFile: $home/slapd.pid
olcTLSCACertificateFile: $home/ca.pem
olcTLSCertificateFile: $home/server.pem
olcTLSCertificateKeyFile: $home/server.key
olcLocalSSF: 0

dn: cn=module{0},cn=config
objectClass: olcModuleList
cn: module{0}
olcModulePath: /usr/lib/ldap
olcModuleLoad: back_mdb

dn: cn=schema,cn=config
objectClass: olcSchemaConfig
cn: schema
LDIF
        for schema in core cosine inetorgperson; do
            printf '\ninclude: file:///etc/ldap/schema/%s.ldif\n' $schema
        done
        printf '\ninclude: file://%s/ldap-schema/openldap/wf.ldif\n' "$here"
        foreign_schema
        printf '\ndn: olcDatabase={-1}frontend,cn=config\nobjectClass: olcDatabaseConfig\nobjectClass: olcFrontendConfig\n'
        printf 'olcDatabase: {-1}frontend\n'
        database example dc=example,dc=org
        database planet dc=planetexpress,dc=com
    } > "$home/config.ldif"
    slapadd -n 0 -F "$home/slapd.d" -l "$home/config.ldif"
}

# The same schema in the older form must be right as well.
check_schema() {
    printf 'include %s\n' /etc/ldap/schema/{core,cosine,inetorgperson}.schema "$here/ldap-schema/openldap/wf.schema" > "$home/slapd.conf"
    slaptest -Q -u -f "$home/slapd.conf"
}

answers() {
    ldapwhoami -x -H "ldap://127.0.0.1:$port" > /dev/null 2>&1
}

start() {
    local i
    answers && return 0
    slapd -F "$home/slapd.d" -h "ldap://127.0.0.1:$port ldaps://127.0.0.1:$((port + 1))" -d none > "$home/slapd.log" 2>&1 < /dev/null &
    for i in $(seq 1 100); do
        answers && return 0
        sleep 0.1
    done
    cat "$home/slapd.log" >&2
    return 1
}

stop() {
    local pid i
    [ -f "$home/slapd.pid" ] || return 0
    pid=$(cat "$home/slapd.pid")
    [ "$(cat "/proc/$pid/comm" 2> /dev/null)" = slapd ] || return 0
    kill "$pid"
    for i in $(seq 1 100); do
        kill -0 "$pid" 2> /dev/null || return 0
        sleep 0.1
    done
    kill -9 "$pid"
}

case $command in
    start)
        command -v slapd > /dev/null && command -v ldapwhoami > /dev/null \
            || { echo "OpenLDAP is not installed: apt-get install slapd ldap-utils" >&2; exit 1; }
        mkdir -p "$home"
        [ -f "$home/server.pem" ] || make_certificates > "$home/certificates.log" 2>&1
        if [ ! -f "$home/configured" ]; then
            check_schema
            configure
            touch "$home/configured"
        fi
        start
        cat <<VARS
export WF_TEST_LDAP_HOME='$home'
export WF_TEST_LDAP_PORT=$port
export WF_TEST_LDAP_PASSWORD=$password
VARS
        ;;
    stop)
        stop
        ;;
    clean)
        stop
        rm -rf "$home/slapd.d" "$home"/data-* "$home"/*.{pem,key,csr,srl,log,ldif,conf}
        rm -f "$home/slapd.pid" "$home/configured"
        [ ! -d "$home" ] || rmdir "$home"
        ;;
    *)
        sed -n '2,9p' "$0" >&2
        exit 2
        ;;
esac
