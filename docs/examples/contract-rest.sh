#!/bin/sh
# Takes a contract over REST from the deployment of its BPMN file to its end.
# Needs a running product with the sample people, curl, sed and grep.
set -eu

WF_URL=${WF_URL:-http://127.0.0.1:8080}
WF_PASSWORD=${WF_PASSWORD:-wf-demo-1}    # of all sample people
API=${WF_URL%/}/api/v1
KEY=C-$(date +%s)-$$                      # the contract's number in our own books
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

# item PERSON LIST: the person's work item of our contract.
item() { call "$1" GET "/worklists/$2?businessKey=$KEY" | number id; }

echo "1. The administrator deploys the file and releases its version."
definition=$(call admin POST /definitions -H 'Content-Type: application/xml' --data-binary @contract.bpmn | number id)
call admin POST "/definitions/$definition/release" > /dev/null

echo "2. Zhao starts a contract and sends the draft on."
start='{"definitionKey": "contract", "businessKey": "'$KEY'", "title": "Contract '$KEY'"}'
instance=$(post zhao /instances "$start" | number instanceId)
draft=$(item zhao todo)
post zhao "/workitems/$draft/submit" '{
  "opinion": "please review",
  "variables": [
    {"name": "party",   "type": "STRING",  "value": "ACME Ltd"},
    {"name": "amount",  "type": "DECIMAL", "value": "128000.00"},
    {"name": "subject", "type": "STRING",  "value": "20 servers"}
  ]}' > /dev/null

echo "3. Three reviews at once: Li for law and Sun for finance claim theirs, Qian has his already."
for person in li sun; do
  offered=$(item "$person" claimable)
  call "$person" POST "/workitems/$offered/claim" > /dev/null
done
for person in li sun qian; do
  review=$(item "$person" todo)
  call "$person" POST "/workitems/$review/open" > /dev/null
  post "$person" "/workitems/$review/submit" '{"opinion": "agreed"}' > /dev/null
done

echo "4. All three are done: Wang signs. First he asks what would happen, then he does it."
sign=$(item wang todo)
post wang "/workitems/$sign/submit?preview=true" '{}' | grep -q '"state":"COMPLETED"'
post wang "/workitems/$sign/submit" '{"variables": [{"name": "signedOn", "type": "DATE", "value": "2026-11-21"}]}' > /dev/null

echo "5. The contract has ended, and its journal is whole."
call zhao GET "/instances/$instance" | grep -q '"state":"COMPLETED"'
call zhao GET "/instances/$instance/history" | grep -o '"operation":"[A-Za-z]*' | sed 's/.*"/   /'
call admin GET "/instances/$instance/verification" | grep -q '"intact":true'
echo "Instance $instance is COMPLETED."
