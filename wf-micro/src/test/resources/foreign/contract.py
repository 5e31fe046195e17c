"""Takes a contract over SOAP from its deployment to its end, as a program with zeep does that knows the WSDL alone."""
import functools
import os
import uuid
from base64 import b64encode
from datetime import datetime, timezone

from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client, Transport
from zeep.exceptions import Fault
from zeep.wsse.username import UsernameToken
from zeep.wsse.utils import WSSE, WSU

SERVICES, MODEL, KEY, PASSWORD = (os.environ[name] for name in ("WF_SERVICES", "WF_MODEL", "WF_KEY", "WF_PASSWORD"))


class FreshToken(UsernameToken):
    """zeep adds what makes a message unlike another to digests only."""

    def _create_password_text(self):
        nonce = b64encode(uuid.uuid4().bytes).decode()
        created = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        return [*super()._create_password_text(), WSSE.Nonce(nonce), WSU.Created(created)]


@functools.cache
def port(person, name):
    session, token = Session(), None
    if os.environ["WF_SIGN_ON"] == "token":
        token = FreshToken(person, PASSWORD)
    else:
        session.auth = HTTPBasicAuth(person, PASSWORD)
    return Client(f"{SERVICES}{name}?wsdl", transport=Transport(session=session, timeout=60), wsse=token).service


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
