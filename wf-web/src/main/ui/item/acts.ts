import { api, type Choice, type Decision, type OperationInfo, type OperationReply, type SubmitRequest, type Vote } from '../api'

/** What the user gives besides the form when he acts. */
export interface ActInput { opinion: string; vote?: Vote; nodeInstanceId?: number; reason: string; participants?: Choice[]; department?: string }

export type Decided = 'submit' | 'countersignSubmit' | 'return' | 'returnTo' | 'terminate'
/** The operations with a button here, by how they are carried out. `attach` rules the attachment panel instead. */
export const DECIDED: readonly string[] = ['submit', 'countersignSubmit', 'return', 'returnTo', 'terminate'] satisfies Decided[]
const AT_ONCE: readonly string[] = ['save', 'claim', 'unclaim']

/** Who may put work back has claimed it himself: that he cannot claim it again is no news to him. */
export const buttonsOf = (operations: readonly OperationInfo[] = []) =>
  operations.filter(({ name }) => DECIDED.includes(name) || AT_ONCE.includes(name))
    .filter(({ name, allowed }) => name !== 'claim' || allowed || !allows(operations, 'unclaim'))

export const allows = (operations: readonly OperationInfo[] | undefined, name: string) =>
  operations?.some(operation => operation.name === name && operation.allowed) ?? false

/** Whether the input that the operation needs is there. */
export function isReady(name: Decided, input: ActInput): boolean {
  switch (name) {
    case 'countersignSubmit': return input.vote !== undefined
    case 'returnTo': return input.nodeInstanceId !== undefined
    case 'terminate': return input.reason.trim() !== ''
    default: return true
  }
}

export interface Subject { workItemId?: number; instanceId: number }

/**
 * Carries out an operation, or with `decision.preview` asks what it would do. A vote names no version: that others
 * voted meanwhile changes the instance, but not what the voter decides on.
 */
export function perform(name: Decided, on: Subject, form: SubmitRequest, input: ActInput, decision: Decision): Promise<OperationReply> {
  const opinion = input.opinion.trim() === '' ? undefined : input.opinion
  if (name === 'terminate') return api.terminate(on.instanceId, { opinion, reason: input.reason.trim() }, decision)
  const item = on.workItemId!
  const body = { ...form, opinion }
  switch (name) {
    case 'submit': return api.submit(item, { ...body, participants: input.participants?.length ? input.participants : undefined, department: input.department }, decision)
    case 'countersignSubmit': return api.countersignSubmit(item, { ...body, vote: input.vote! }, { preview: decision.preview })
    case 'return': return api.returnItem(item, { onBehalfOf: form.onBehalfOf, opinion }, decision)
    case 'returnTo': return api.returnTo(item, { onBehalfOf: form.onBehalfOf, opinion, nodeInstanceId: input.nodeInstanceId! }, decision)
  }
}
