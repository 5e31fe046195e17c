# What wf.ear needs of a WebLogic domain: a data source, a place for messages, the application. NOT RUN: this server cannot be had
# where the product is built; written from the vendor's public documentation of WLST.
#
#   WF_DB_URL=… WF_DB_USER=… WF_DB_PASSWORD=… $ORACLE_HOME/oracle_common/common/bin/wlst.sh configure.py t3://127.0.0.1:7001 AdminServer /path/to/wf.ear
#
# The administrator's name and password are asked for. The driver's jar lies in the domain's folder lib beforehand.
import os
import sys

url, server, ear = sys.argv[1:4]

connect(url=url)
edit()
startEdit()
target = getMBean('/Servers/' + server)

source = cmo.createJDBCSystemResource('wf')
source.addTarget(target)
resource = source.getJDBCResource()
resource.setName('wf')
resource.getJDBCDataSourceParams().setJNDINames(['jdbc/wf'])
# The product uses one resource to a transaction.
resource.getJDBCDataSourceParams().setGlobalTransactionsProtocol('OnePhaseCommit')
driver = resource.getJDBCDriverParams()
driver.setDriverName('org.postgresql.Driver')
driver.setUrl(os.environ['WF_DB_URL'])
driver.setPassword(os.environ['WF_DB_PASSWORD'])
driver.getProperties().createProperty('user').setValue(os.environ['WF_DB_USER'])
pool = resource.getJDBCConnectionPoolParams()
pool.setInitialCapacity(4)
pool.setMaxCapacity(32)

# The application defines its queues and its topic; they live on the messaging server that the domain has.
store = cmo.createFileStore('wf-store')
store.addTarget(target)
messages = cmo.createJMSServer('wf-jms')
messages.setPersistentStore(store)
messages.addTarget(target)

save()
activate(block='true')
deploy('wf', ear, targets=server)
disconnect()
