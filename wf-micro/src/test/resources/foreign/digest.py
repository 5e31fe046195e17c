"""Says in each message who calls, by the digest of a service account's key, as zeep makes it; and once by that of a wrong one."""
import os

from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client, Transport
from zeep.exceptions import Fault
from zeep.wsse.username import UsernameToken

WSDL = os.environ["WF_SERVICES"] + "AccessPort?wsdl"


def administration():
    session = Session()
    session.auth = HTTPBasicAuth("admin", os.environ["WF_PASSWORD"])
    return Client(WSDL, transport=Transport(session=session, timeout=60)).service


def caller(key):
    name = "zhao@" + key.rpartition(".")[0]
    return Client(WSDL, wsse=UsernameToken(name, key, use_digest=True)).service.whoAmI().person.id


admin = administration()
admin.putServiceAccount("digests", {"name": "zeep", "enabled": True, "persons": ["user:zhao"], "operations": ["whoAmI"]})
key = admin.issueServiceKey("digests", {"days": 1, "digest": True}).key
print("caller", caller(key))
try:
    caller(key[:-1] + ("A" if key[-1] != "A" else "B"))
except Fault as fault:
    print("fault", {child.tag.split("}")[1]: child.text for child in fault.detail[0]}["code"])
