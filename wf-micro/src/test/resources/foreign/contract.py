"""Takes a contract over SOAP from its deployment to its end, as a program with zeep does that knows the WSDL alone."""
import functools
import os

from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client, Transport
from zeep.exceptions import Fault

SERVICES, MODEL, KEY, PASSWORD = (os.environ[name] for name in ("WF_SERVICES", "WF_MODEL", "WF_KEY", "WF_PASSWORD"))


@functools.cache
def port(person, name):
    session = Session()
    session.auth = HTTPBasicAuth(person, PASSWORD)
    return Client(f"{SERVICES}{name}?wsdl", transport=Transport(session=session, timeout=60)).service


def item(person, kind):
    return port(person, "WorkItemPort").listWorkItems(kind=kind, businessKey=KEY).items[0].id


def submit(person, opinion, variables=()):
    work = item(person, "TODO")
    return port(person, "WorkItemPort").submit(work, {"opinion": opinion, "variables": list(variables)})


with open(MODEL, "rb") as model:
    deployed = port("admin", "DefinitionPort").deploy({"source": model.read()})
port("admin", "DefinitionPort").release(deployed.definitions[0].id, {})

instance = port("zhao", "InstancePort").start({"definitionKey": "contract", "businessKey": KEY, "title": "合同 & <zeep>"}).instanceId
submit("zhao", "请审核", [{"name": "party", "type": "STRING", "value": "ACME"}, {"name": "amount", "type": "DECIMAL", "value": "128000.00"}])

content = bytes(range(256)) * 40
attached = port("zhao", "InstancePort").attach(instance, {"name": "合同.bin", "contentType": "application/x-contract", "content": content})
assert port("zhao", "InstancePort").getAttachment(attached.id).content == content
print("attachment", attached.size)

for person in ("li", "sun"):
    port(person, "WorkItemPort").claim(item(person, "CLAIMABLE"), {})
for person in ("li", "sun", "qian"):
    submit(person, "同意")
signed = submit("wang", "同意")

try:
    port("zhao", "InstancePort").getInstance(9007199254740991)
except Fault as fault:
    problem = {child.tag.split("}")[1]: child.text for child in fault.detail[0]}
    print("fault", problem["code"], problem["retryable"], problem["message"])

found = port("zhao", "InstancePort").getInstance(instance)
assert found.title == "合同 & <zeep>" and found.startedAt.tzinfo is not None
print("history", *[entry.operation for entry in port("zhao", "InstancePort").getHistory(instance).entries])
print("instance", instance, found.state)
