# Payara Server, for verify.sh.
# shellcheck shell=sh disable=SC2034,SC2154

home=$target/payara6
# shellcheck source=asadmin.sh
. "$here/asadmin.sh"

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@payara dependency:copy@drivers
    # The server brings H2.
    rm "$target/drivers/h2.jar"
}

# The broker takes its address from start-args only when it is not started lazily.
loopback() {
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
    started="--prebootcommandfile $work/preboot.txt"
}

# The server resolves ${ENV=…} from its own environment when it connects.
# shellcheck disable=SC2016
database() { echo 'url=${ENV\=WF_DB_URL}:user=${ENV\=WF_DB_USER}:password=${ENV\=WF_DB_PASSWORD}'; }
