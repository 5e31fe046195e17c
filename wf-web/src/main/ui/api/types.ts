// The beans of wf-contract as they travel in JSON. Null fields may be missing, so every optional one is `?`.

export type InstanceState = 'DRAFT' | 'RUNNING' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED' | 'WITHDRAWN' | 'DELETED'
export type WorkItemState = 'OFFERED' | 'READY' | 'OPENED' | 'WAITING' | 'SUBMITTING' | 'SUSPENDED' | 'SUBMITTED' | 'RETURNED'
  | 'TAKEN_BACK' | 'WITHDRAWN' | 'TRANSFERRED' | 'REPLACED' | 'SKIPPED' | 'CANCELLED'
export type WorkItemKind = 'MAIN' | 'ASSIST' | 'SIGN' | 'ADDSIGN' | 'READ'
export type DefinitionState = 'DRAFT' | 'RELEASED' | 'RETIRED'
export type ValueType = 'STRING' | 'INTEGER' | 'DECIMAL' | 'BOOLEAN' | 'DATE' | 'DATE_TIME' | 'LIST' | 'JSON'
export type FieldAccess = 'HIDDEN' | 'READ' | 'WRITE' | 'REQUIRED'
export type Vote = 'AGREE' | 'DISAGREE' | 'ABSTAIN'
export type Severity = 'ERROR' | 'WARNING'
export type VisitState = 'ACTIVE' | 'WAITING' | 'INCIDENT' | 'DONE' | 'RETURNED' | 'CANCELLED'
export type ElementChangeKind = 'ADDED' | 'REMOVED' | 'CHANGED' | 'MOVED'
export type ListKind = 'todo' | 'claimable' | 'toread' | 'done' | 'passed'
export type InstanceListKind = 'started' | 'drafts' | 'readable'
export type Light = 'GREEN' | 'YELLOW' | 'RED'
export type ErrorCode = 'INVALID_INPUT' | 'UNAUTHENTICATED' | 'PASSWORD_EXPIRED' | 'FORBIDDEN' | 'NOT_FOUND' | 'STALE_VERSION' | 'TOO_LARGE'
  | 'INVALID_MODEL' | 'LOCKED' | 'TOO_MANY' | 'UNAVAILABLE' | 'ILLEGAL_STATE' | 'DUPLICATE_OP' | 'NODE_POLICY'
  | 'NO_ROUTE' | 'NO_PARTICIPANT' | 'TARGET_INVALID' | 'ALREADY_CLAIMED' | 'DOWNSTREAM_OPENED' | 'JOIN_FIRED'
  | 'CONFIRM_REQUIRED' | 'TICKET_VOID' | 'RULE_REJECTED' | 'RULE_ERROR' | 'QUOTA' | 'REMOTE_ENGINE'

export interface Person { id: string; name: string }
export interface WhoAmI { person: Person; memberships?: string[]; administrator?: boolean; rights?: string[]; language?: string }
export interface Property { name: string; type: ValueType; value?: string | null }
export interface PropertyChange { name: string; type?: ValueType; before?: string; after?: string }
export interface Count { count: number; more?: boolean }

export interface DefinitionInfo {
  id: number; key: string; version: number; name: string; category?: string; state: DefinitionState
  deployedAt: string; deployedBy?: string; executable?: boolean
}
export interface DefinitionList { definitions: DefinitionInfo[] }
export interface DefinitionSource { definition: DefinitionInfo; source: string }
export interface DefinitionReply {
  opId: string; preview: boolean; definitions: DefinitionInfo[]; warnings: ModelProblem[]; categories?: Category[]
}
export interface DefinitionRequest { preview?: boolean }
export interface DeployRequest extends DefinitionRequest { category?: string; source: string }
export interface CopyRequest extends DefinitionRequest { key: string; name?: string; category?: string }
export interface Category { path: string; name: string; parent?: string; order?: number; definitions?: number; definitionsBelow?: number }
export interface CategoryList { categories: Category[] }
export interface SettingChange { name: string; before?: string; after?: string }
export interface ElementChange {
  kind: ElementChangeKind; elementId: string; elementType: string; name?: string; settings?: SettingChange[]
}
export interface DefinitionDifference { before: DefinitionInfo; after: DefinitionInfo; elements?: ElementChange[] }
export interface ModelProblem {
  severity: Severity; code: string; elementId?: string; line?: number; column?: number; message: string
}

export interface InstanceInfo {
  id: number; version: number; state: InstanceState; faulted?: boolean
  definitionId: number; definitionKey: string; definitionVersion: number; definitionName?: string
  title: string; businessKey?: string; starter: Person; startedAt: string; endedAt?: string
}
export interface InstancePage { instances: InstanceInfo[]; next?: string }
export interface WorkItemInfo {
  id?: number; instanceId: number; definitionKey: string; definitionName?: string; title: string; businessKey?: string
  starter: Person; nodeId: string; nodeName?: string; nodeInstanceId: number; kind: WorkItemKind; state: WorkItemState
  owner?: Person; candidates?: string[]; createdAt: string; openedAt?: string; closedAt?: string; dueAt?: string; light?: Light
  onBehalfOf?: Person; sentBy?: Person; note?: string
}
export interface WorkItemPage { items: WorkItemInfo[]; next?: string }
export interface IncidentInfo {
  id?: number; instanceId: number; instanceTitle?: string; nodeId: string; code: string; message: string; at: string
}
export interface IncidentPage { incidents: IncidentInfo[]; next?: string }
export interface NodeVisit {
  nodeInstanceId: number; nodeId: string; nodeName?: string; branchId: number; state: VisitState
  enteredAt: string; leftAt?: string
}
export interface BranchInfo { id: number; parentId?: number; state: string; nodeId?: string }
export interface SkippedNode { nodeId: string; reason: string }
export interface AttachmentInfo {
  id: number; instanceId: number; workItemId?: number; name: string; contentType?: string; size: number
  sha256?: string; addedBy?: Person; addedAt: string
}
export interface AttachmentList { attachments: AttachmentInfo[] }

export interface FormField {
  name: string; label?: string; type: ValueType; access: FieldAccess; value?: string | null; options?: string[]
}
export interface OperationInfo { name: string; label: string; allowed: boolean; code?: ErrorCode; reason?: string; onBehalfOf?: string }
export interface OpenReply {
  instance: InstanceInfo; workItem?: WorkItemInfo; operations?: OperationInfo[]; fields?: FormField[]
  opinionDraft?: string; openItems?: WorkItemInfo[]; attachments?: AttachmentInfo[]
  incidents?: IncidentInfo[]; visits?: NodeVisit[]; identities?: string[]
}
export interface HistoryEntry {
  seq: number; at: string; opId: string; operation: string; label?: string; actor: Person; onBehalfOf?: Person
  asAdmin?: boolean; channel?: string; nodeId?: string; nodeName?: string; opinion?: string; vote?: Vote
  version: number; changes?: PropertyChange[]
}
export interface AccessLogEntry { at: string; operation: string; outcome: string; note?: string; actor: Person; channel?: string; clientIp?: string; workItemId?: number }
export interface History {
  instance: InstanceInfo; entries: HistoryEntry[]; visits?: NodeVisit[]; branches?: BranchInfo[]; accesses?: AccessLogEntry[]; moreAccesses?: boolean
}
export interface ReturnTarget {
  nodeInstanceId: number; instanceId: number; nodeId: string; nodeName?: string; handler?: Person; handledAt?: string
}
export interface ReturnTargetList { targets: ReturnTarget[] }

export type ParticipantSelectMode = 'NONE' | 'SINGLE' | 'MULTI' | 'CLAIM' | 'ORG_TREE' | 'FREE'
export type ParticipantMode = 'NONE' | 'SINGLE' | 'CLAIM' | 'PARALLEL' | 'SEQUENTIAL' | 'CHOSEN' | 'SKIPPED'
export interface ParticipantSelection {
  workItemId: number; nodeId: string; nodeName?: string; mode: ParticipantSelectMode; min: number; max?: number
  candidates?: Person[]; size: number; range?: string[]; defaults?: Person[]; code?: ErrorCode; reason?: string
}
export interface RouteNode { nodeId: string; nodeName?: string; mode: ParticipantMode }
export interface RouteEvaluation { workItemId: number; leaves: boolean; nodes?: RouteNode[]; code?: ErrorCode; reason?: string }
export interface OrgUnit { kind: 'DEPT' | 'GROUP' | 'POST'; id: string; name: string; parentId?: string }
export interface OrgUnitPage { units?: OrgUnit[]; next?: string }
export interface PersonPage { people?: Person[]; next?: string }

export interface Choice { nodeId: string; users: string[] }
export interface OperationRequest { onBehalfOf?: string; opinion?: string; variables?: Property[]; preview?: boolean }
export interface SubmitRequest extends OperationRequest { participants?: Choice[]; department?: string }
export interface ParticipantSelectRequest extends SubmitRequest { nextNodeId: string }
export interface CountersignSubmitRequest extends OperationRequest { vote: Vote }
export interface ReturnToRequest extends OperationRequest { nodeInstanceId: number }
export interface TerminateRequest extends OperationRequest { reason: string }
export interface StartRequest extends OperationRequest {
  definitionKey: string; businessKey?: string; title?: string; draft?: boolean; department?: string
}
export interface OperationReply {
  opId: string; preview?: boolean; ticket?: number; instanceId?: number; state?: InstanceState; version: number
  itemsClosed?: WorkItemInfo[]; itemsCreated?: WorkItemInfo[]; branchesEnded?: BranchInfo[]
  branchesOpened?: BranchInfo[]; skipped?: SkippedNode[]; incidents?: IncidentInfo[]; told?: Person[]
}
export interface Problem {
  code: ErrorCode; message: string; status: number; retryable?: boolean; instanceId?: number; opId?: string
  problems?: ModelProblem[]
}

export interface NoticeInfo {
  id: number; kind: string; state: 'SENT' | 'READ'; subject: string; body: string; workItemId?: number; instanceId?: number
  createdAt: string; readAt?: string
}
export interface NoticePage { notices: NoticeInfo[]; next?: number }
export interface MarkNoticesRequest { ids?: number[]; all?: boolean; delete?: boolean }
export interface NoticeReply { opId: string; preview: boolean; changed: number }
