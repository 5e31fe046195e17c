#!/bin/sh
# A contract that is under review goes on against the next version of its process, over REST: asked first, then done.
# Needs a running product with the sample people, curl, sed and grep.
set -eu

WF_URL=${WF_URL:-http://127.0.0.1:8080}
WF_PASSWORD=${WF_PASSWORD:-wf-demo-1}    # of all sample people
API=${WF_URL%/}/api/v1
KEY=review-$(date +%s)-$$                 # a key of our own, so that the example can run again
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

# item PERSON LIST: the person's work item of our process.
item() { call "$1" GET "/worklists/$2?definitionKey=$KEY" | number id; }

# released SED-SCRIPT: the contract under our key, changed, deployed and released; prints the id of the version.
released() {
  version=$(sed "s/id=\"contract\"/id=\"$KEY\"/; s/bpmnElement=\"contract\"/bpmnElement=\"$KEY\"/; $1" contract.bpmn |
    call admin POST /definitions -H 'Content-Type: application/xml' --data-binary @- | number id)
  call admin POST "/definitions/$version/release" > /dev/null
  echo "$version"
}

echo "1. A contract goes into its three reviews; Qian has done his."
first=$(released '')
instance=$(post zhao /instances '{"definitionKey": "'"$KEY"'"}' | number instanceId)
post zhao "/workitems/$(item zhao todo)/submit" '{
  "variables": [
    {"name": "party",  "type": "STRING",  "value": "ACME Ltd"},
    {"name": "amount", "type": "DECIMAL", "value": "128000.00"}
  ]}' > /dev/null
post qian "/workitems/$(item qian todo)/submit" '{"opinion": "agreed"}' > /dev/null

echo "2. The next version calls the law review otherwise, and Zhou signs instead of Wang."
second=$(released 's/"legal"/"compliance"/g; s/wf:assignee="wang"/wf:assignee="zhou"/')

echo "3. Asked beforehand, without a mapping:"
post admin "/definitions/$first/migrate?preview=true" '{"toDefinitionId": '"$second"'}' |
  grep -o '"reason":"[^"]*' | sed 's/.*:"/   /'

echo "4. With it, the contract goes on where it stands."
post admin "/definitions/$first/migrate" '{"toDefinitionId": '"$second"', "nodes": [{"from": "legal", "to": "compliance"}]}' |
  grep -o '"from":"[a-z]*","to":"[a-z]*"' | sed 's/"from":"/   /; s/","to":"/ -> /; s/"$//'

echo "5. The other reviews are done, and Zhou signs."
for person in li sun; do
  call "$person" POST "/workitems/$(item "$person" claimable)/claim" > /dev/null
  post "$person" "/workitems/$(item "$person" todo)/submit" '{"opinion": "agreed"}' > /dev/null
done
post zhou "/workitems/$(item zhou todo)/submit" '{}' > /dev/null
call zhao GET "/instances/$instance/history" | grep -o '"operation":"[A-Za-z]*' | sed 's/.*"/   /'
call admin GET "/instances/$instance/verification" | grep -q '"intact":true'
call zhao GET "/instances/$instance" | grep -q '"state":"COMPLETED"'
echo "Instance $instance is COMPLETED."
