import type { OperationReply, WorkItemInfo } from '../api'
import { t, tOf } from '../app/language'
import { nameOf } from '../app/session'

export interface Step { node: string; who: string }

/** Whose hands the work is in: the holder, or those to whom it is offered. */
export function holderOf(item: WorkItemInfo): string {
  if (item.owner) return nameOf(item.owner)
  const offered = (item.candidates ?? []).map(candidateName).join(t('text.separator'))
  return offered ? t('outcome.offeredTo', { who: offered }) : t('itemState.OFFERED')
}

/** `dept:rd` as a reader understands it. */
export function candidateName(candidate: string): string {
  const [, kind, name] = /^(\w+):(.*)$/.exec(candidate) ?? []
  return kind && name ? `${tOf('candidate', kind)} ${name}` : candidate
}

/** The new work by node, with everybody who has it. */
export function stepsOf(items: readonly WorkItemInfo[] = []): Step[] {
  const steps = new Map<number | string, Step>()
  for (const item of items) {
    const at = item.nodeInstanceId || item.nodeId
    const known = steps.get(at)
    if (known) known.who += t('text.separator') + holderOf(item)
    else steps.set(at, { node: item.nodeName || item.nodeId, who: holderOf(item) })
  }
  return [...steps.values()]
}

/** Where the work went, in sentences. */
export function sentencesOf(reply: OperationReply): string[] {
  const steps = stepsOf(reply.itemsCreated).map(({ node, who }) => t('outcome.next', { node, who }))
  if (steps.length) return steps
  if (reply.state === 'COMPLETED') return [t('outcome.completed')]
  if (reply.state === 'TERMINATED') return [t('outcome.terminated')]
  if (reply.incidents?.length) return [t('outcome.incident')]
  return [t('outcome.othersStill')]
}
