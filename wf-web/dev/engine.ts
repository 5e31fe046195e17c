import { readFileSync } from 'node:fs'
import type {
  AttachmentInfo, DefinitionInfo, ElementChange, FormField, HistoryEntry, IncidentInfo, InstanceInfo, ModelProblem, NodeVisit,
  OperationInfo, OperationReply, Person, Problem, Property, WorkItemInfo,
} from '../src/main/ui/api/types'

/** Just enough of an engine to walk the screens: steps in a row, held in memory, refusals on demand. */
export interface Call {
  method: string; path: string; query: URLSearchParams; json: Record<string, unknown>; body: Buffer
  person?: string; zh: boolean; ifMatch?: string; contentType: string
}
export interface Reply { json?: unknown; person?: string; file?: Buffer }

export class Refusal extends Error {
  readonly problem: Problem
  constructor(code: Problem['code'], status: number, message: string, problems: ModelProblem[] = []) {
    super(message)
    this.problem = { code, status, message, problems }
  }
}

const PEOPLE: Record<string, Person> = Object.fromEntries([['zhao', '赵敏'], ['li', '李建国'], ['wang', '王芳'], ['sun', '孙伟'], ['admin', '系统管理员']]
  .map(([id, name]) => [id!, { id: id!, name: name! }]))
const STEPS = [['draft', '填写申请'], ['review', '部门审批'], ['sign', '会签']] as const
const FIELDS: Omit<FormField, 'value' | 'access'>[] = [
  { name: 'days', label: '请假天数', type: 'INTEGER' }, { name: 'kind', label: '请假类型', type: 'STRING', options: ['年假', '事假', '病假'] },
  { name: 'from', label: '开始日期', type: 'DATE' }, { name: 'reason', label: '请假事由', type: 'STRING' },
  { name: 'abroad', label: '是否离境', type: 'BOOLEAN' },
]
const SOURCE = readFileSync(new URL('./leave.bpmn', import.meta.url))
const SOURCE_PLAIN = Buffer.from(SOURCE.toString().replace(/<bpmndi:BPMNDiagram[\s\S]*<\/bpmndi:BPMNDiagram>/, ''))

interface Flow { info: InstanceInfo; vars: Record<string, string>; visits: NodeVisit[]; log: HistoryEntry[]; files: AttachmentInfo[]; incident?: IncidentInfo }
let ids = 100
const id = () => ++ids
const now = () => new Date().toISOString()
const flows = new Map<number, Flow>()
const items: WorkItemInfo[] = []
const contents = new Map<number, Buffer>()
const definitions: (DefinitionInfo & { source: Buffer })[] = []
let failNext = 0

function define(key: string, name: string, state: DefinitionInfo['state'], category: string, source = SOURCE): DefinitionInfo {
  const version = definitions.filter(d => d.key === key).length + 1
  definitions.unshift({ id: id(), key, version, name, category, state, deployedAt: now(), deployedBy: 'admin', executable: true, source })
  return shown(definitions[0]!)
}
const shown = ({ source: _, ...info }: DefinitionInfo & { source: Buffer }): DefinitionInfo => info

function arrive(flow: Flow, step: number, draft = false): WorkItemInfo[] {
  const [nodeId, nodeName] = STEPS[step]!
  const visit: NodeVisit = { nodeInstanceId: id(), nodeId, nodeName, branchId: 1, state: 'ACTIVE', enteredAt: now() }
  if (!draft) flow.visits.push(visit)
  const holders = nodeId === 'draft' ? [flow.info.starter] : nodeId === 'review' ? [PEOPLE['li']!] : [PEOPLE['wang']!, PEOPLE['sun']!]
  const made = holders.map((owner): WorkItemInfo => ({
    id: id(), instanceId: flow.info.id, definitionKey: 'leave', definitionName: flow.info.definitionName, title: flow.info.title,
    businessKey: flow.info.businessKey, starter: flow.info.starter, nodeId, nodeName, nodeInstanceId: visit.nodeInstanceId,
    kind: nodeId === 'sign' ? 'SIGN' : 'MAIN', state: 'READY', owner, candidates: [], createdAt: now(),
  }))
  items.unshift(...made)
  return made
}

function start(person: string, title: string, businessKey?: string): Flow {
  const definition = definitions.find(d => d.key === 'leave')!
  const info: InstanceInfo = {
    id: id(), version: 1, state: 'RUNNING', definitionId: definition.id, definitionKey: 'leave', definitionVersion: definition.version,
    definitionName: definition.name, title: title || definition.name, businessKey, starter: PEOPLE[person]!, startedAt: now(),
  }
  const flow: Flow = { info, vars: {}, visits: [{ nodeInstanceId: id(), nodeId: 'start', nodeName: '开始', branchId: 1, state: 'DONE', enteredAt: now(), leftAt: now() }], log: [], files: [] }
  flows.set(info.id, flow)
  log(flow, person, 'start', '发起')
  arrive(flow, 0)
  return flow
}

function log(flow: Flow, person: string, operation: string, label: string, more: Partial<HistoryEntry> = {}) {
  flow.log.push({ seq: flow.log.length + 1, at: now(), opId: String(id()), operation, label, actor: PEOPLE[person]!, channel: 'UI', version: flow.info.version, ...more })
}

function seed() {
  define('expense', '费用报销', 'RELEASED', '财务', SOURCE_PLAIN)
  define('leave', '请假申请', 'RETIRED', '人事')
  define('leave', '请假申请', 'RELEASED', '人事')
  for (let n = 1; n <= 24; n++) start('zhao', n % 5 ? `请假申请 ${n}` : `一个标题特别长的请假申请，用来检查在窄屏上如何换行显示 ${n}`, `QJ-2026-${String(n).padStart(4, '0')}`)
  for (const flow of [...flows.values()].slice(0, 6)) {
    Object.assign(flow.vars, { days: '5', kind: '年假', from: '2026-12-01', reason: '回家探亲', abroad: 'false' })
    step(flow, items.find(i => i.instanceId === flow.info.id)!, 'submit', 'zhao', '请领导审批。')
  }
  const [stuck, offered] = [...flows.values()].slice(-2)
  stuck!.info.faulted = true
  stuck!.incident = { id: id(), instanceId: stuck!.info.id, instanceTitle: stuck!.info.title, nodeId: 'days', code: 'RULE_ERROR', message: '条件“days > 3”中的变量 days 没有值。请补充该变量后重试。', at: now() }
  Object.assign(items.find(i => i.instanceId === offered!.info.id)!, { state: 'OFFERED', owner: undefined, candidates: ['group:finance', 'user:zhao'] })
}

function step(flow: Flow, item: WorkItemInfo, operation: string, person: string, opinion?: string, vote?: HistoryEntry['vote']): OperationReply {
  const at = STEPS.findIndex(([node]) => node === item.nodeId)
  const visit = flow.visits.findLast(v => v.nodeInstanceId === item.nodeInstanceId)
  flow.info.version++
  Object.assign(item, { state: operation === 'return' ? 'RETURNED' : 'SUBMITTED', closedAt: now() })
  log(flow, person, operation, { submit: '提交', return: '退回', returnTo: '任意退回', countersignSubmit: '会签提交' }[operation] ?? operation, {
    nodeId: item.nodeId, nodeName: item.nodeName, opinion, vote, changes: at === 0 ? Object.entries(flow.vars).map(([name, after]) => ({ name, after })) : [] })
  const siblings = items.filter(i => i.nodeInstanceId === item.nodeInstanceId && !i.closedAt)
  let made: WorkItemInfo[] = []
  if (operation.startsWith('return')) { if (visit) Object.assign(visit, { state: 'RETURNED', leftAt: now() }); made = arrive(flow, 0) }
  else if (!siblings.length) {
    if (visit) Object.assign(visit, { state: 'DONE', leftAt: now() })
    if (at === 1) flow.visits.push({ nodeInstanceId: id(), nodeId: 'days', nodeName: '超过三天？', branchId: 1, state: 'DONE', enteredAt: now(), leftAt: now() })
    if (at === 0 || at === 1 && Number(flow.vars['days']) > 3) made = arrive(flow, at + 1)
    else { Object.assign(flow.info, { state: 'COMPLETED', endedAt: now() }); flow.visits.push({ nodeInstanceId: id(), nodeId: 'end', nodeName: '结束', branchId: 1, state: 'DONE', enteredAt: now(), leftAt: now() }) }
  }
  return { opId: String(id()), version: flow.info.version, instanceId: flow.info.id, state: flow.info.state, itemsClosed: [item], itemsCreated: made, told: made.flatMap(i => i.owner ? [i.owner] : []) }
}

/** Runs an act on copies, so that a preview leaves nothing behind. */
function preview<T>(flow: Flow, item: WorkItemInfo, act: (flow: Flow, item: WorkItemInfo) => T): T {
  const kept = [...items]
  const copy = structuredClone(item)
  items[items.indexOf(item)] = copy
  const reply = structuredClone(act(structuredClone(flow), copy))
  items.splice(0, items.length, ...kept)
  return reply
}

function operations(item: WorkItemInfo | undefined, flow: Flow, person: string): OperationInfo[] {
  const op = (name: string, label: string, reason?: string): OperationInfo => ({ name, label, allowed: !reason, reason, code: reason ? 'NODE_POLICY' : undefined })
  const end = op('terminate', '终止', person === 'admin' || person === flow.info.starter.id ? undefined : '只有发起人或管理员可以终止。')
  if (flow.info.state !== 'RUNNING') return []
  if (!item || item.closedAt) return person === 'admin' ? [end] : []
  if (item.state === 'OFFERED') return [op('claim', '认领')]
  const first = item.nodeId === 'draft' ? '首环节不能退回。' : undefined
  const act = item.kind === 'SIGN' ? op('countersignSubmit', '会签提交') : op('submit', '提交')
  return [act, op('return', '退回', first), op('returnTo', '任意退回', first), op('save', '暂存'), end]
}

function open(flow: Flow, item: WorkItemInfo | undefined, person: string) {
  const mine = item?.nodeId === 'draft' && !item.closedAt
  const fields = FIELDS.map((f): FormField => ({ ...f, access: !mine ? 'READ' : f.name === 'days' || f.name === 'reason' ? 'REQUIRED' : 'WRITE', value: flow.vars[f.name] }))
  return { instance: flow.info, workItem: item, operations: operations(item, flow, person), fields, openItems: items.filter(i => i.instanceId === flow.info.id && !i.closedAt), attachments: flow.files, incidents: flow.incident ? [flow.incident] : [], visits: flow.visits }
}

function page<T>(rows: T[], query: URLSearchParams, name: string): Reply {
  const from = Number(query.get('cursor') ?? 0)
  const size = Number(query.get('limit') ?? 20)
  return { json: { [name]: rows.slice(from, from + size), next: from + size < rows.length ? String(from + size) : undefined } }
}

function worklist(kind: string, person: string, query: URLSearchParams): WorkItemInfo[] {
  return items.filter(i => kind === 'claimable' ? i.state === 'OFFERED' && i.candidates?.includes(`user:${person}`)
    : i.owner?.id === person && (kind === 'done' ? i.state === 'SUBMITTED' : !i.closedAt)).filter(i => i.title.includes(query.get('title') ?? ''))
}

function check(source: Buffer): DefinitionInfo & { warnings: ModelProblem[] } {
  const text = source.toString()
  if (!text.includes('<')) throw new Refusal('INVALID_MODEL', 422, '这不是 XML 文件。', [{ severity: 'ERROR', code: 'XML', line: 1, message: '第 1 行不是 XML。' }])
  if (text.includes('broken')) throw new Refusal('INVALID_MODEL', 422, '模型有 2 个错误，请修改后重新上传。', [
    { severity: 'ERROR', code: 'FLOW_TARGET_MISSING', elementId: 'review', line: 12, column: 5, message: '环节“部门审批”没有流出的路由，请连到下一个节点。' },
    { severity: 'ERROR', code: 'NO_PARTICIPANT', elementId: 'draft', line: 7, message: '环节“填写申请”没有办理人。' },
    { severity: 'WARNING', code: 'NO_NAME', elementId: 'end', line: 20, message: '结束节点没有名称。' }])
  return { id: 0, key: /process id="(\w+)"/.exec(text)?.[1] ?? 'leave', version: 1, name: /name="([^"]+)" isExec/.exec(text)?.[1] ?? '流程', state: 'DRAFT', deployedAt: now(), warnings: [] }
}

export function answer(call: Call): Reply {
  const { method, path, query, json, zh } = call
  if (path === '/login') {
    const person = PEOPLE[String(json['loginName'])]
    if (!person || json['password'] !== 'wf-demo-1') throw new Refusal('UNAUTHENTICATED', 401, zh ? '用户名或密码不正确。' : 'The user name or password is not right.')
    return { json: me(person), person: person.id }
  }
  const person = call.person ?? ''
  if (!PEOPLE[person]) throw new Refusal('UNAUTHENTICATED', 401, zh ? '请先登录。' : 'Please sign in.')
  if (path === '/logout') return { person: '' }
  if (path === '/me') return { json: me(PEOPLE[person]!) }
  if (path === '/password') return json['oldPassword'] === 'wf-demo-1' ? {} : refuse('INVALID_INPUT', 400, '当前密码不正确。')
  const [, group, first, second, third] = path.split('/')
  if (group === 'worklists') {
    const rows = first === 'started' ? [...flows.values()].map(f => f.info).filter(i => i.starter.id === person).reverse() : worklist(first!, person, query)
    return second === 'count' ? { json: { count: rows.length } } : page<unknown>(rows, query, first === 'started' ? 'instances' : 'items')
  }
  if (group === 'workitems') return onItem(call, person, Number(first), second!)
  if (group === 'instances') return onInstance(call, person, first, second)
  if (group === 'incidents') {
    const open = [...flows.values()].flatMap(f => f.incident ? [f.incident] : [])
    if (!first) return page(open, query, 'incidents')
    const flow = [...flows.values()].find(f => f.incident?.id === Number(first))!
    if (!query.has('preview')) { flow.incident = undefined; flow.info.faulted = false }
    return { json: { opId: '1', version: 2, instanceId: flow.info.id, state: 'RUNNING', itemsCreated: items.filter(i => i.instanceId === flow.info.id && !i.closedAt) } }
  }
  if (group === 'attachments') {
    if (method === 'DELETE') for (const flow of flows.values()) flow.files = flow.files.filter(f => f.id !== Number(first))
    return second === 'content' ? { file: contents.get(Number(first)) } : { json: {} }
  }
  if (group === 'definitions') return onDefinition(call, first, second, third)
  if (group === 'categories') return onCategory(call, first)
  return refuse('NOT_FOUND', 404, '没有这个地址。')
}

const me = (person: Person) => ({ person, memberships: ['dept:rd', 'post:engineer'], administrator: person.id === 'admin', language: 'zh' })
function refuse(code: Problem['code'], status: number, message: string): never { throw new Refusal(code, status, message) }

function onItem({ json, query, ifMatch }: Call, person: string, itemId: number, operation: string): Reply {
  const item = items.find(i => i.id === itemId) ?? refuse('NOT_FOUND', 404, '找不到这项工作。')
  const flow = flows.get(item.instanceId)!
  const opinion = json['opinion'] as string | undefined
  if (operation === 'open') { if (item.state === 'READY') item.state = 'OPENED'; return { json: open(flow, item, person) } }
  if (operation === 'returnTargets') return { json: { targets: flow.visits.filter(v => v.nodeId === 'draft').map(v => ({ ...v, instanceId: flow.info.id, handler: flow.info.starter, handledAt: v.enteredAt })) } }
  if (opinion === 'fail' && failNext++ % 2 === 0) refuse('UNAVAILABLE', 503, '服务正在维护，请稍后重试。')
  if (opinion === 'stale' && ifMatch !== `"${flow.info.version}"` || opinion === 'stale' && flow.info.version++ < 3) refuse('STALE_VERSION', 412, '流程已被其他人更新，请重新载入。')
  if (opinion === 'expire' && failNext++ % 2 === 0) refuse('UNAUTHENTICATED', 401, '登录已过期。')
  for (const { name, value } of (json['variables'] ?? []) as Property[]) if (value === null || value === undefined) delete flow.vars[name]; else flow.vars[name] = value
  if (Number(flow.vars['days']) > 60) refuse('INVALID_INPUT', 400, '“请假天数”不能超过 60。')
  if (operation === 'save') return { json: { opId: '1', version: flow.info.version, instanceId: flow.info.id } }
  if (operation === 'claim') Object.assign(item, { state: 'OPENED', owner: PEOPLE[person] })
  if (operation === 'unclaim') Object.assign(item, { state: 'OFFERED', owner: undefined })
  if (operation.endsWith('laim')) return { json: { opId: '1', version: ++flow.info.version, instanceId: flow.info.id, itemsCreated: [] } }
  const act = (on: Flow, at: WorkItemInfo) => step(on, at, operation, person, opinion, json['vote'] as HistoryEntry['vote'])
  return { json: query.has('preview') ? preview(flow, item, act) : act(flow, item) }
}

function onInstance(call: Call, person: string, first = '', second = ''): Reply {
  const { method, json, query } = call
  if (!first && method === 'POST') {
    const flow = start(person, String(json['title'] ?? ''), json['businessKey'] as string | undefined)
    const made = items.filter(i => i.instanceId === flow.info.id)
    if (query.has('preview')) { flows.delete(flow.info.id); items.splice(0, made.length) }
    return { json: { opId: '1', version: 1, instanceId: flow.info.id, state: 'RUNNING', itemsCreated: made, told: [] } }
  }
  if (!first || first === 'count') {
    const found = [...flows.values()].map(f => f.info).reverse().filter(i => i.title.includes(query.get('title') ?? '') && (!query.get('state') || i.state === query.get('state')))
    return first ? { json: { count: found.length } } : page(found, query, 'instances')
  }
  const flow = flows.get(Number(first)) ?? refuse('NOT_FOUND', 404, '找不到这个流程实例。')
  if (second === 'open') return { json: open(flow, undefined, person) }
  if (second === 'history') return { json: { instance: flow.info, entries: flow.log, visits: flow.visits } }
  if (second === 'terminate') {
    if (!query.has('preview')) { Object.assign(flow.info, { state: 'TERMINATED', endedAt: now() }); log(flow, person, 'terminate', '终止', { opinion: String(json['reason']) }) }
    return { json: { opId: '1', version: 9, instanceId: flow.info.id, state: 'TERMINATED', itemsClosed: items.filter(i => i.instanceId === flow.info.id && !i.closedAt).map(i => ({ ...i, state: 'CANCELLED' })), told: [flow.info.starter] } }
  }
  if (second === 'attachments') {
    const file: AttachmentInfo = { id: id(), instanceId: flow.info.id, name: query.get('name')!, contentType: call.contentType, size: call.body.length, addedBy: PEOPLE[person], addedAt: now() }
    contents.set(file.id, call.body)
    flow.files.push(file)
    return { json: file }
  }
  return { json: flow.info }
}

function onDefinition({ method, json, query }: Call, first = '', second = '', third = ''): Reply {
  if (!first && method === 'POST') {
    const source = Buffer.from(String(json['source']), 'base64')
    const { warnings, ...found } = check(source)
    const stored = query.has('preview') ? found : define(found.key, found.name, 'DRAFT', String(json['category'] ?? ''), source)
    return { json: { opId: '1', preview: query.has('preview'), definitions: [stored], warnings } }
  }
  const newest = definitions.filter((d, at) => definitions.findIndex(o => o.key === d.key) === at)
  if (!first) return { json: { definitions: newest.filter(d => !query.has('startable') || d.state === 'RELEASED').map(shown) } }
  if (first === 'keys' && third === 'versions') return { json: { definitions: definitions.filter(d => d.key === second).map(shown) } }
  if (first === 'keys' && third === 'category') {
    const moved = definitions.filter(d => d.key === second)
    for (const each of moved) each.category = json['category'] as string | undefined
    return { json: { opId: '1', preview: false, definitions: moved.map(shown), warnings: [] } }
  }
  const definition = definitions.find(d => d.id === Number(first)) ?? refuse('NOT_FOUND', 404, '找不到这个流程定义。')
  if (second === 'source') return { json: { definition: shown(definition), source: definition.source.toString('base64') } }
  if (second === 'difference') return { json: { before: shown(definition), after: shown(definitions.find(d => d.id === Number(third))!), elements: DIFFERENCE } }
  if (second === 'copy') return { json: { opId: '1', preview: false, definitions: [define(String(json['key']), String(json['name']), 'DRAFT', definition.category ?? '', Buffer.from(definition.source))], warnings: [] } }
  if (second === 'release') definition.state = 'RELEASED'
  if (second === 'retire') definition.state = 'RETIRED'
  return { json: second ? { opId: '1', preview: false, definitions: [shown(definition)], warnings: [] } : shown(definition) }
}

const DIFFERENCE: ElementChange[] = [
  { kind: 'ADDED', elementId: 'pay', elementType: 'userTask', name: '付款', settings: [{ name: 'wf:candidateGroups', after: 'finance' }] },
  { kind: 'REMOVED', elementId: 'old', elementType: 'sequenceFlow', settings: [{ name: 'conditionExpression', before: 'days > 3' }] },
  { kind: 'CHANGED', elementId: 'review', elementType: 'userTask', name: '审批', settings: [{ name: 'wf:assignee', before: 'li', after: '${manager}' }, { name: 'wf:field[days]/access', before: 'WRITE' }] },
  { kind: 'MOVED', elementId: 'end', elementType: 'endEvent' },
]

function onCategory({ method, json }: Call, operation = ''): Reply {
  const path = String(json['path'] ?? '')
  if (operation === 'delete') emptyCategories.delete(path)
  else if (operation === 'rename') for (const each of definitions) each.category = each.category === path ? String(json['name']) : each.category
  else if (method === 'POST') emptyCategories.add(path)
  const paths = [...new Set([...emptyCategories, ...definitions.map(d => d.category ?? '')].flatMap(p => p.split('/').map((_, at, names) => names.slice(0, at + 1).join('/'))))].filter(p => p).sort()
  const within = (p: string) => definitions.filter(d => d.category === p || d.category?.startsWith(`${p}/`)).length
  return { json: { categories: paths.map(p => ({ path: p, name: p.split('/').at(-1), definitionsBelow: within(p) })) } }
}
const emptyCategories = new Set<string>()

seed()
