#!/bin/sh
# Two versions of a definition over REST: in a category, what became of the first one, and a copy of it to go on with.
# Needs a running product with the sample people, curl, sed and grep.
set -eu

WF_URL=${WF_URL:-http://127.0.0.1:8080}
WF_PASSWORD=${WF_PASSWORD:-wf-demo-1}    # of all sample people
API=${WF_URL%/}/api/v1
KEY=purchase-$(date +%s)-$$               # a key of our own, so that the example can run again
cd "$(dirname "$0")"

# call METHOD PATH [curl options]: prints the reply; a refusal stops the script with its problem.
call() {
  method=$1 path=$2
  shift 2
  reply=$(curl -sS -u "admin:$WF_PASSWORD" -X "$method" -w '\n%{http_code}' "$@" "$API$path")
  case $reply in
    *"
2"??) printf '%s\n' "$reply" | sed '$d' ;;
    *) printf '%s %s\n%s\n' "$method" "$path" "$reply" >&2; exit 1 ;;
  esac
}

# deploy SED-SCRIPT: the contract under our key, changed; prints the id of the version.
deploy() {
  sed "s/id=\"contract\"/id=\"$KEY\"/; s/bpmnElement=\"contract\"/bpmnElement=\"$KEY\"/; $1" contract.bpmn |
    call POST '/definitions?category=Examples%2FPurchasing' -H 'Content-Type: application/xml' --data-binary @- |
    grep -o '"id":[0-9]*' | sed 's/.*://' | grep -m1 .
}

echo "1. The administrator deploys two versions; the category comes to be with the first."
first=$(deploy '')
second=$(deploy 's/wf:assignee="wang"/wf:assignee="sun"/; s/name="技术审核"/name="技术评审"/')
call GET '/definitions?category=Examples' | grep -q "\"key\":\"$KEY\""

echo "2. What has changed:"
call GET "/definitions/$first/difference/$second" |
  grep -o '"kind":"[A-Z]*","elementId":"[A-Za-z]*' | sed 's/"kind":"/   /; s/","elementId":"/ /'

echo "3. The first one goes on as a process of its own; asked beforehand, nothing is stored."
copy='{"key": "'$KEY'-copy", "name": "Purchase", "category": "Examples/Copies"}'
call POST "/definitions/$first/copy?preview=true" -H 'Content-Type: application/json' -d "$copy" | grep -q '"preview":true'
call POST "/definitions/$first/copy" -H 'Content-Type: application/json' -d "$copy" | grep -q '"state":"DRAFT"'
call GET "/definitions/keys/$KEY-copy" | grep -q '"version":1'

echo "4. The file as it was deployed, and the same model under another key:"
call GET "/definitions/$second/source?asKey=$KEY-export" -H 'Accept: application/xml' | grep -o '<process id="[^"]*"' | sed 's/^/   /'
echo "Version $second is compared with version $first."
