import type { IncidentInfo, ModelProblem, NodeVisit } from '../api'

/** How a node is marked on a diagram: progress of an instance, or findings of the model check. */
export type MarkKind = 'INCIDENT' | 'ACTIVE' | 'WAITING' | 'DONE' | 'RETURNED' | 'CANCELLED' | 'ERROR' | 'WARNING'
export interface Mark { nodeId: string; kind: MarkKind; times: number }

/** Each kind has a glyph of its own, so that colour is not the only signal. */
export const GLYPHS: Record<MarkKind, string> = {
  INCIDENT: '!', ACTIVE: '▶', WAITING: '…', DONE: '✓', RETURNED: '↩', CANCELLED: '✕', ERROR: '✕', WARNING: '!',
}
export const PROGRESS: MarkKind[] = ['DONE', 'ACTIVE', 'WAITING', 'INCIDENT', 'RETURNED', 'CANCELLED']

/** What is alive at a node outranks what once was there; of what once was, the latest visit counts. */
const RANK: Partial<Record<MarkKind, number>> = { INCIDENT: 3, ACTIVE: 2, WAITING: 1 }

export function progressMarks(visits: readonly NodeVisit[], incidents: readonly IncidentInfo[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const visit of visits) put(marks, visit.nodeId, visit.state, 1)
  for (const incident of incidents) put(marks, incident.nodeId, 'INCIDENT', 0)
  return [...marks.values()]
}

function put(marks: Map<string, Mark>, nodeId: string, kind: MarkKind, visit: number): void {
  const known = marks.get(nodeId)
  if (!known) {
    marks.set(nodeId, { nodeId, kind, times: Math.max(visit, 1) })
    return
  }
  known.times += visit
  if ((RANK[kind] ?? 0) >= (RANK[known.kind] ?? 0)) known.kind = kind
}

export function problemMarks(problems: readonly ModelProblem[]): Mark[] {
  const marks = new Map<string, Mark>()
  for (const { elementId, severity } of problems) {
    if (!elementId) continue
    const known = marks.get(elementId)
    if (!known) marks.set(elementId, { nodeId: elementId, kind: severity, times: 1 })
    else if (severity === 'ERROR') known.kind = 'ERROR'
  }
  return [...marks.values()]
}
