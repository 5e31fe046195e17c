import type { Client, Query } from './client'
import type {
  AttachmentInfo, CategoryList, CopyRequest, Count, CountersignSubmitRequest, DefinitionDifference, DefinitionInfo,
  DefinitionList, DefinitionReply, DefinitionSource, DeployRequest, History, IncidentPage, InstanceInfo, InstanceListKind, InstancePage, ListKind, MarkNoticesRequest,
  NoticePage, NoticeReply, OpenReply, OperationReply,
  OperationRequest, OrgUnitPage, ParticipantSelection, ParticipantSelectRequest, PersonPage, ReturnTargetList, ReturnToRequest, RouteEvaluation, StartRequest,
  SubmitRequest, TerminateRequest, WhoAmI, WorkItemPage,
} from './types'

export interface ListFilter { definitionKey?: string; title?: string; businessKey?: string }
export interface InstanceFilter extends ListFilter { state?: string; starter?: string }
export interface Page { cursor?: string; limit?: number }

/** Every call of the REST catalogue that the screens make, by group. */
export function callsOver(client: Client) {
  const item = (id: number, operation: string) => `/workitems/${id}/${operation}`
  const instance = (id: number, rest = '') => `/instances/${id}${rest}`
  return {
    signIn: (loginName: string, password: string, newPassword?: string) =>
      client.signIn<WhoAmI>('/login', { loginName, password, newPassword }),
    whoAmI: () => client.peek<WhoAmI>('/me'),
    signOut: () => client.signOut('/logout'),
    changePassword: (oldPassword: string, newPassword: string) =>
      client.post<void>('/password', { body: { oldPassword, newPassword } }),

    workList: (kind: ListKind, filter: ListFilter & Page) => client.get<WorkItemPage>(`/worklists/${kind}`, query(filter)),
    countWorkList: (kind: ListKind, filter: ListFilter = {}) => client.get<Count>(`/worklists/${kind}/count`, query(filter)),
    instanceList: (kind: InstanceListKind, page: Page) => client.get<InstancePage>(`/worklists/${kind}`, query(page)),
    listEventsUrl: () => client.url('/worklists/events'),
    countInstanceList: (kind: InstanceListKind) => client.get<Count>(`/worklists/${kind}/count`),

    openItem: (id: number) => client.post<OpenReply>(item(id, 'open')),
    returnTargets: (id: number) => client.get<ReturnTargetList>(item(id, 'returnTargets')),
    claim: (id: number, onBehalfOf?: string) => client.post<OperationReply>(item(id, 'claim'), { body: { onBehalfOf } }),
    markRead: (id: number) => client.post<OperationReply>(item(id, 'markRead'), { body: {} }),
    unclaim: (id: number, onBehalfOf?: string) => client.post<OperationReply>(item(id, 'unclaim'), { body: { onBehalfOf } }),
    save: (id: number, body: OperationRequest) => client.post<OperationReply>(item(id, 'save'), { body }),
    evaluateRoute: (id: number, body: SubmitRequest) => client.post<RouteEvaluation>(item(id, 'evaluateRoute'), { body }),
    participantSelectMode: (id: number, body: ParticipantSelectRequest) =>
      client.post<ParticipantSelection>(item(id, 'participantSelectMode'), { body }),
    departments: (text: string) => client.get<OrgUnitPage>('/org/units', { kind: 'DEPT', text }),
    people: (text: string, unit?: string) => client.get<PersonPage>('/org/people', { text: text || undefined, within: unit }),
    submit: (id: number, body: SubmitRequest, decision: Decision) =>
      client.post<OperationReply>(item(id, 'submit'), { body, ...decision }),
    countersignSubmit: (id: number, body: CountersignSubmitRequest, decision: Decision) =>
      client.post<OperationReply>(item(id, 'countersignSubmit'), { body, ...decision }),
    returnItem: (id: number, body: OperationRequest, decision: Decision) =>
      client.post<OperationReply>(item(id, 'return'), { body, ...decision }),
    returnTo: (id: number, body: ReturnToRequest, decision: Decision) =>
      client.post<OperationReply>(item(id, 'returnTo'), { body, ...decision }),

    start: (body: StartRequest, preview = false) => client.post<OperationReply>('/instances', { body, preview }),
    findInstances: (filter: InstanceFilter & Page) => client.get<InstancePage>('/instances', query(filter)),
    countInstances: (filter: InstanceFilter) => client.get<Count>('/instances/count', query(filter)),
    getInstance: (id: number) => client.get<InstanceInfo>(instance(id)),
    openInstance: (id: number) => client.get<OpenReply>(instance(id, '/open')),
    history: (id: number) => client.get<History>(instance(id, '/history')),
    terminate: (id: number, body: TerminateRequest, decision: Decision) =>
      client.post<OperationReply>(instance(id, '/terminate'), { body, ...decision }),

    incidents: (filter: { definitionKey?: string } & Page) => client.get<IncidentPage>('/incidents', query(filter)),
    retryIncident: (id: number, body: OperationRequest, preview = false) =>
      client.post<OperationReply>(`/incidents/${id}/retry`, { body, preview }),
    skipIncident: (id: number, body: OperationRequest, preview = false) =>
      client.post<OperationReply>(`/incidents/${id}/skip`, { body, preview }),

    notices: (filter: { unread?: boolean; before?: number; limit?: number }) => client.get<NoticePage>('/notices', query(filter)),
    countNotices: () => client.get<Count>('/notices/count'),
    markNotices: (body: MarkNoticesRequest) => client.post<NoticeReply>('/notices/mark', { body }),

    attach: (instanceId: number, workItemId: number | undefined, file: File) =>
      client.post<AttachmentInfo>(instance(instanceId, '/attachments'), { file, query: { name: file.name, workItemId } }),
    attachmentUrl: (id: number) => client.url(`/attachments/${id}/content`),
    removeAttachment: (id: number) => client.remove<AttachmentInfo>(`/attachments/${id}`),

    definitions: (startable?: boolean) => client.get<DefinitionList>('/definitions', { startable }),
    versions: (key: string) => client.get<DefinitionList>(`/definitions/keys/${encodeURIComponent(key)}/versions`),
    definition: (id: number) => client.get<DefinitionInfo>(`/definitions/${id}`),
    definitionSource: (id: number, asKey?: string, instanceId?: number) =>
      client.get<DefinitionSource>(`/definitions/${id}/source`, { asKey, instanceId }),
    difference: (from: number, to: number) => client.get<DefinitionDifference>(`/definitions/${from}/difference/${to}`),
    deploy: (body: DeployRequest, preview: boolean) => client.post<DefinitionReply>('/definitions', { body, preview }),
    release: (id: number, preview = false) => client.post<DefinitionReply>(`/definitions/${id}/release`, { body: {}, preview }),
    retire: (id: number, preview = false) => client.post<DefinitionReply>(`/definitions/${id}/retire`, { body: {}, preview }),
    copyDefinition: (id: number, body: CopyRequest) => client.post<DefinitionReply>(`/definitions/${id}/copy`, { body }),
    moveDefinition: (key: string, category: string | undefined) =>
      client.post<DefinitionReply>(`/definitions/keys/${encodeURIComponent(key)}/category`, { body: { category } }),

    categories: () => client.get<CategoryList>('/categories'),
    createCategory: (path: string) => client.post<DefinitionReply>('/categories', { body: { path } }),
    renameCategory: (path: string, name: string) => client.post<DefinitionReply>('/categories/rename', { body: { path, name } }),
    deleteCategory: (path: string) => client.post<DefinitionReply>('/categories/delete', { body: { path } }),
  }
}

/** A write that the user decided on by what was shown: the version shown, or a look at what would happen. */
export interface Decision { version?: number; preview?: boolean }

export type Calls = ReturnType<typeof callsOver>

const query = (filter: object): Query => ({ ...filter })
