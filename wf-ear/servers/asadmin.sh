# What Payara Server and GlassFish have in common, for payara.sh and glassfish.sh. They set home, and define loopback (binds
# a new domain to 127.0.0.1 before its first start; may set started, further arguments of start-domain) and database (prints
# the properties of the connection pool; no password in an argument).
# shellcheck shell=sh disable=SC2034,SC2154

adminport=$((portbase + 48))
log=$work/wf/logs/server.log
# OpenMQ takes 10 MB in one message.
largest=10485760
started=

# Its notes about logins belong to this run, not to the user's home.
asadmin() { AS_EXTRA_JAVA_OPTS="-Duser.home=$work" "$home/bin/asadmin" --port "$adminport" --terse "$@"; }

start() {
    asadmin create-domain --nopassword --portbase "$portbase" --domaindir "$work" wf > "$work/create.out"
    cp "$target"/drivers/*.jar "$work/wf/lib/"
    loopback
    # shellcheck disable=SC2086
    asadmin start-domain --domaindir "$work" $started wf > "$work/start.out"
    pid=$(pgrep -f "instanceRoot=$work/wf( |$)")
    asadmin create-jdbc-connection-pool --restype java.sql.Driver --driverclassname "$driver" \
        --steadypoolsize 4 --maxpoolsize 32 --property "$(database)" wf
    asadmin create-jdbc-resource --connectionpoolid wf jdbc/wf
    asadmin ping-connection-pool wf
}

deploy() {
    asadmin deploy --name "$1" --contextroot "$1" "$2"
}

stop() {
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 0
    asadmin stop-domain --domaindir "$work" wf > "$work/stop.out" || kill -9 "$pid"
}
