# GlassFish, for verify.sh.
# shellcheck shell=sh disable=SC2034,SC2154

home=$target/glassfish7
# shellcheck source=asadmin.sh
. "$here/asadmin.sh"

fetch() {
    maven -f "$here/pom.xml" dependency:unpack@glassfish dependency:copy@drivers
}

# It takes no commands before its first start, so its file is changed. The broker takes its address from start-args only
# when it is not started lazily.
loopback() {
    domain=$work/wf/config/domain.xml
    sed -i -e 's/address="0\.0\.0\.0"/address="127.0.0.1"/g' \
        -e 's/<network-listener port=/<network-listener address="127.0.0.1" port=/' \
        -e 's/<jms-service /<jms-service start-args="-Dimq.hostname=127.0.0.1" /' \
        -e '/<jms-host /s/host="localhost"/host="127.0.0.1"/' -e '/<jms-host /s/lazy-init="true"/lazy-init="false"/' "$domain"
}

# It knows nothing of the environment here, but keeps passwords under other names.
# shellcheck disable=SC2016
database() {
    (umask 077 && echo "AS_ADMIN_ALIASPASSWORD=$WF_DB_PASSWORD" > "$work/password.txt")
    asadmin --passwordfile "$work/password.txt" create-password-alias wf >&2
    rm "$work/password.txt"
    echo "url=$(echo "$WF_DB_URL" | sed 's/[:=]/\\&/g'):user=$WF_DB_USER:password=\${ALIAS\=wf}"
}
