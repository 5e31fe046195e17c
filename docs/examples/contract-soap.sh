#!/bin/sh
# Takes a contract over SOAP from the deployment of its BPMN file to its end. The requests stand in soap/*.xml.
# Needs a running product with the sample people, curl, base64, sed and grep.
set -eu

WF_URL=${WF_URL:-http://127.0.0.1:8080}
WF_PASSWORD=${WF_PASSWORD:-wf-demo-1}    # of all sample people
KEY=C-$(date +%s)-$$                      # the contract's number in our own books
cd "$(dirname "$0")"

# call PERSON PORT REQUEST [NAME=value]...: sends soap/REQUEST.xml with @NAME@ replaced, prints the reply.
call() {
  person=$1 port=$2 request=soap/$3.xml
  shift 3
  script=
  for pair in "$@"; do script="$script;s|@${pair%%=*}@|${pair#*=}|"; done
  reply=$(sed "$script" "$request" | curl -sS -u "$person:$WF_PASSWORD" -H 'Content-Type: text/xml;charset=UTF-8' \
    --data-binary @- "${WF_URL%/}/services/$port")
  case $reply in
    *:Fault\>*) printf '%s %s\n%s\n' "$person" "$request" "$reply" >&2; exit 1 ;;
    *) printf '%s\n' "$reply" ;;
  esac
}

# number NAME: the first number of that name in the XML that comes in.
number() { grep -Eo "<([A-Za-z0-9]+:)?$1>[0-9]+" | sed 's/.*>//' | grep -m1 .; }

# item PERSON LIST: the person's work item of our contract.
item() { call "$1" WorkItemPort listWorkItems KIND="$2" KEY="$KEY" | number id; }

echo "1. The administrator deploys the file and releases its version."
definition=$(call admin DefinitionPort deploy SOURCE="$(base64 < contract.bpmn | tr -d '\n')" | number id)
call admin DefinitionPort release DEFINITION="$definition" > /dev/null

echo "2. Zhao starts a contract and sends the draft on."
instance=$(call zhao InstancePort start KEY="$KEY" | number instanceId)
call zhao WorkItemPort submit-draft ITEM="$(item zhao TODO)" > /dev/null

echo "3. Three reviews at once: Li for law and Sun for finance claim theirs, Qian has his already."
for person in li sun; do
  call "$person" WorkItemPort claim ITEM="$(item "$person" CLAIMABLE)" > /dev/null
done
for person in li sun qian; do
  review=$(item "$person" TODO)
  call "$person" WorkItemPort openWorkItem ITEM="$review" > /dev/null
  call "$person" WorkItemPort submit ITEM="$review" OPINION=agreed PREVIEW=false > /dev/null
done

echo "4. All three are done: Wang signs. First he asks what would happen, then he does it."
sign=$(item wang TODO)
call wang WorkItemPort submit ITEM="$sign" OPINION=signed PREVIEW=true | grep -q 'state>COMPLETED<'
call wang WorkItemPort submit ITEM="$sign" OPINION=signed PREVIEW=false > /dev/null

echo "5. The contract has ended, and its journal is whole."
call zhao InstancePort getInstance INSTANCE="$instance" | grep -q 'state>COMPLETED<'
call zhao InstancePort getHistory INSTANCE="$instance" | grep -Eo 'operation>[A-Za-z]+' | sed 's/.*>/   /'
call admin InstancePort verifyJournal INSTANCE="$instance" | grep -q 'intact>true<'
echo "Instance $instance is COMPLETED."
