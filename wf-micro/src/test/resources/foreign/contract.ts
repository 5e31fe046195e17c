// Takes a contract over REST from its deployment to its end, with nothing but what openapi-generator makes of the OpenAPI document.
import { readFileSync } from 'node:fs';
import { Configuration, DefinitionApi, InstanceApi, ResponseError, WorkItemApi } from './index';
import type { ListWorkItemsKindEnum, ProblemDetails, Property } from './index';

const env = (name: string): string => process.env[name] ?? '';
const KEY = env('WF_KEY');
const TITLE = '合同 & <typescript>';

const as = (username: string): Configuration =>
  new Configuration({ basePath: env('WF_SERVICES'), username, password: env('WF_PASSWORD') });
const work = (person: string): WorkItemApi => new WorkItemApi(as(person));

async function item(person: string, kind: ListWorkItemsKindEnum): Promise<number> {
  const page = await work(person).listWorkItems({ kind, businessKey: KEY });
  return page.items![0].id!;
}

async function submit(person: string, opinion: string, variables: Property[] = []): Promise<void> {
  await work(person).submit({ workItemId: await item(person, 'TODO'), submitRequest: { opinion, variables } });
}

async function attach(instances: InstanceApi, instanceId: number): Promise<void> {
  const content = Buffer.from(Uint8Array.from({ length: 10240 }, (_, i) => i % 256)).toString('base64');
  const attached = await instances.attach({
    instanceId,
    attachRequest: { name: '合同.bin', contentType: 'application/x-contract', content },
  });
  const read = await instances.getAttachment({ attachmentId: attached.id! });
  if (read.content !== content) throw new Error('another content');
  console.log(`attachment ${attached.size}`);
}

async function refused(instances: InstanceApi): Promise<void> {
  try {
    await instances.getInstance({ instanceId: Number.MAX_SAFE_INTEGER });
  } catch (refusal) {
    if (!(refusal instanceof ResponseError)) throw refusal;
    const problem = (await refusal.response.json()) as ProblemDetails;
    console.log(`fault ${problem.code} ${problem.retryable} ${problem.message}`);
  }
}

async function main(): Promise<void> {
  const definitions = new DefinitionApi(as('admin'));
  const source = readFileSync(env('WF_MODEL')).toString('base64');
  const deployed = await definitions.deploy({ deployRequest: { source } });
  await definitions.release({ definitionId: deployed.definitions![0].id! });

  const instances = new InstanceApi(as('zhao'));
  const started = await instances.start({ startRequest: { definitionKey: 'contract', businessKey: KEY, title: TITLE } });
  const instanceId = started.instanceId!;
  await submit('zhao', '请审核', [
    { name: 'party', type: 'STRING', value: 'ACME' },
    { name: 'amount', type: 'DECIMAL', value: '128000.00' },
  ]);
  await attach(instances, instanceId);

  for (const person of ['li', 'sun']) {
    await work(person).claim({ workItemId: await item(person, 'CLAIMABLE') });
  }
  for (const person of ['li', 'sun', 'qian', 'wang']) {
    await submit(person, '同意');
  }
  await refused(instances);
  const found = await instances.getInstance({ instanceId });
  if (found.title !== TITLE || !(found.startedAt instanceof Date)) throw new Error('title or start are others');
  const history = await instances.getHistory({ instanceId });
  console.log(`history ${history.entries!.map((entry) => entry.operation).join(' ')}`);
  console.log(`instance ${instanceId} ${found.state}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
