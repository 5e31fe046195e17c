#!/bin/sh
# An order over REST that waits for its payment: a reminder by a timer, then the message that it is paid.
# Needs a running product with the sample people, curl, sed and grep.
set -eu

WF_URL=${WF_URL:-http://127.0.0.1:8080}
WF_PASSWORD=${WF_PASSWORD:-wf-demo-1}    # of all sample people
API=${WF_URL%/}/api/v1
ORDER=O-$(date +%s)-$$                    # the order's number in our own books
cd "$(dirname "$0")"

# call PERSON METHOD PATH [curl options]: prints the reply; a refusal stops the script with its problem.
call() {
  person=$1 method=$2 path=$3
  shift 3
  reply=$(curl -sS -u "$person:$WF_PASSWORD" -X "$method" -w '\n%{http_code}' "$@" "$API$path")
  case $reply in
    *"
2"??) printf '%s\n' "$reply" | sed '$d' ;;
    *) printf '%s %s %s\n%s\n' "$person" "$method" "$path" "$reply" >&2; exit 1 ;;
  esac
}

# post PERSON PATH JSON
post() { call "$1" POST "$2" -H 'Content-Type: application/json' -d "$3"; }

# number NAME: the first number of that name in the JSON that comes in.
number() { grep -o "\"$1\":[0-9]*" | sed 's/.*://' | grep -m1 .; }

echo "1. The administrator deploys the file and releases its version."
definition=$(call admin POST /definitions -H 'Content-Type: application/xml' --data-binary @payment.bpmn | number id)
call admin POST "/definitions/$definition/release" > /dev/null

echo "2. Zhao starts an order; it waits for the payment, and in two seconds for a reminder."
instance=$(post zhao /instances '{"definitionKey": "payment", "businessKey": "'"$ORDER"'",
  "variables": [{"name": "order", "type": "STRING", "value": "'"$ORDER"'"}]}' | number instanceId)
call admin GET "/instances/$instance/subscriptions" | grep -o '"kind":"[A-Z]*","nodeId":"[A-Za-z]*' | sed 's/"kind":"/   /; s/","nodeId":"/ /'

echo "3. Nobody has paid: the timer gives Zhao a reminder."
for second in $(seq 60); do
  sleep 1
  call zhao GET "/instances/$instance/open" | grep -q '"nodeId":"remind"' && break
done

echo "4. The bank says that it is paid; whose order that is, the key tells."
paid='{"name": "payment received", "key": "'$ORDER'", "variables": [{"name": "amount", "type": "DECIMAL", "value": "99.00"}]}'
post admin '/messages?preview=true' "$paid" | grep -q "\"instanceId\":$instance"
post admin /messages "$paid" | grep -q '"outcome":"RECEIVED"'

echo "5. Zhao is through with the reminder, and the order has ended."
reminder=$(call zhao GET "/worklists/todo?businessKey=$ORDER" | number id)
post zhao "/workitems/$reminder/submit" '{}' > /dev/null
call zhao GET "/instances/$instance" | grep -q '"state":"COMPLETED"'
echo "Instance $instance is COMPLETED."
