# WildFly, for verify.sh.
# shellcheck shell=sh disable=SC2034,SC2154

# All ports of the server move by this, so that HTTP is where verify.sh wants it.
offset=$((http - 8080))
management=$((9990 + offset))
base=$work/base
log=$base/log/server.log

cli() { "$home/bin/jboss-cli.sh" "$@"; }

managed() { cli --connect "--controller=127.0.0.1:$management" "$@"; }

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@wildfly dependency:copy@drivers
    home=$(find "$target" -maxdepth 1 -name 'wildfly-*' -type d)
}

# The drivers as a module of the server; nothing is written into what was unpacked.
driver_module() {
    module=$work/modules/wf/drivers/main
    mkdir -p "$module"
    cp "$target"/drivers/*.jar "$module"
    {
        echo '<module xmlns="urn:jboss:module:1.9" name="wf.drivers"><resources>'
        for jar in "$module"/*.jar; do echo "<resource-root path=\"$(basename "$jar")\"/>"; done
        echo '</resources><dependencies><module name="jakarta.transaction.api"/><module name="java.se"/><module name="jdk.unsupported"/></dependencies></module>'
    } > "$module/module.xml"
}

start() {
    mkdir -p "$base"
    cp -r "$home/standalone/." "$base"
    driver_module
    # The server resolves ${env…} from its own environment when it starts: no password in a file or an argument.
    cat > "$work/configure.cli" <<'END'
embed-server --server-config=standalone-full.xml --std-out=discard
/system-property=eclipselink.target-server:add(value=JBoss)
END
    cat >> "$work/configure.cli" <<END
/subsystem=datasources/jdbc-driver=wf:add(driver-name=wf, driver-module-name=wf.drivers, driver-class-name=$driver)
END
    cat >> "$work/configure.cli" <<'END'
data-source add --name=wf --jndi-name=java:/jdbc/wf --driver-name=wf --connection-url=${env.WF_DB_URL} --user-name=${env.WF_DB_USER} --password=${env.WF_DB_PASSWORD} --min-pool-size=4 --max-pool-size=32
/subsystem=undertow/server=default-server/http-listener=default:write-attribute(name=max-post-size, value=67108864)
stop-embedded-server
END
    export JBOSS_MODULEPATH="$home/modules:$work/modules"
    JAVA_OPTS="-Djboss.server.base.dir=$base" cli "--file=$work/configure.cli" > "$work/configure.out" 2>&1 || { cat "$work/configure.out"; return 1; }
    rm "$log"
    # 512 MB are its default, which is little for a product and messages of megabytes.
    export JBOSS_JAVA_SIZING="-Xms256m -Xmx1g -XX:MetaspaceSize=96m -XX:MaxMetaspaceSize=512m"
    "$home/bin/standalone.sh" -c standalone-full.xml "-Djboss.server.base.dir=$base" "-Djboss.socket.binding.port-offset=$offset" \
        -b 127.0.0.1 -bmanagement 127.0.0.1 > "$work/start.out" 2>&1 &
    tries=0
    until grep -q 'WFLYSRV0025' "$log" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 120 ] || return 1
        sleep 1
    done
    pid=$(pgrep -f "org.jboss.as.standalone.*$base ")
}

deploy() {
    managed "--command=deploy $2 --name=$(basename "$2")"
}

stop() {
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 0
    kill "$pid"
    tries=0
    while kill -0 "$pid" 2>/dev/null; do
        tries=$((tries + 1))
        [ "$tries" -lt 60 ] || kill -9 "$pid"
        sleep 1
    done
}
