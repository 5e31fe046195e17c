# Open Liberty, for verify.sh.
# shellcheck shell=sh disable=SC2034,SC2154

home=$target/wlp
server_dir=$work/usr/servers/wf
log=$server_dir/logs/messages.log
configuration=openliberty.xml
export WLP_USER_DIR="$work/usr"

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@openliberty dependency:copy@drivers
}

# The server resolves ${env.…} from its own environment when it starts: no password in a file or an argument.
start() {
    "$home/bin/server" create wf > "$work/create.out"
    sed -e "s#@http@#$http#" -e "s#@iiop@#$((portbase + 37))#" -e "s#@jms@#$((portbase + 76))#" \
        -e "s#@drivers@#$target/drivers#" -e "s#@driver@#$driver#" "$here/$configuration" > "$server_dir/server.xml"
    "$home/bin/server" start wf > "$work/start.out"
    pid=$(cat "$WLP_USER_DIR/servers/.pid/wf.pid")
}

deploy() {
    cp "$2" "$server_dir/apps/$1.${2##*.}"
}

stop() {
    [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 0
    "$home/bin/server" stop wf > "$work/stop.out" || kill -9 "$pid"
}
