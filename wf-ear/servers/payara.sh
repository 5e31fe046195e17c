# Payara Server, for verify.sh.
# shellcheck shell=sh disable=SC2034,SC2154

home=$target/payara6
adminport=$((portbase + 48))
url=http://127.0.0.1:$((portbase + 80))/wf-ws/
bridge=http://127.0.0.1:$((portbase + 80))/wf-bridge/command
log=$work/wf/logs/server.log

# Its notes about logins belong to this run, not to the user's home.
asadmin() { AS_EXTRA_JAVA_OPTS="-Duser.home=$work" "$home/bin/asadmin" --port "$adminport" --terse "$@"; }

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@payara dependency:copy@drivers
}

start() {
    asadmin create-domain --nopassword --portbase "$portbase" --domaindir "$work" wf > "$work/create.out"
    # The server brings H2.
    cp "$target/drivers/postgresql.jar" "$target/drivers/mariadb-java-client.jar" "$work/wf/lib/"
    # Everything on loopback. The broker takes its address from start-args only when it is not started lazily.
    config=configs.config.server-config
    cat > "$work/preboot.txt" <<END
set $config.network-config.network-listeners.network-listener.http-listener-1.address=127.0.0.1
set $config.network-config.network-listeners.network-listener.http-listener-2.enabled=false
set $config.network-config.network-listeners.network-listener.admin-listener.address=127.0.0.1
set $config.iiop-service.iiop-listener.orb-listener-1.address=127.0.0.1
set $config.iiop-service.iiop-listener.SSL.enabled=false
set $config.iiop-service.iiop-listener.SSL_MUTUALAUTH.enabled=false
set $config.admin-service.jmx-connector.system.enabled=false
set $config.hazelcast-config-specific-configuration.enabled=false
set $config.jms-service.start-args=-Dimq.hostname=127.0.0.1
set $config.jms-service.jms-host.default_JMS_host.host=127.0.0.1
set $config.jms-service.jms-host.default_JMS_host.lazy-init=false
END
    asadmin start-domain --domaindir "$work" --prebootcommandfile "$work/preboot.txt" wf > "$work/start.out"
    pid=$(pgrep -f "instanceRoot=$work/wf ")
    # The server resolves ${ENV=…} from its own environment when it connects: no password in a file or an argument.
    # shellcheck disable=SC2016
    asadmin create-jdbc-connection-pool --restype java.sql.Driver --driverclassname "$driver" \
        --steadypoolsize 4 --maxpoolsize 32 \
        --property 'url=${ENV\=WF_DB_URL}:user=${ENV\=WF_DB_USER}:password=${ENV\=WF_DB_PASSWORD}' wf
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
