import { describe, expect, it } from 'vitest'
import { problemMarks, progressMarks } from '../../main/ui/diagram/marks'
import { decodeXml, fromBase64, toBase64 } from '../../main/ui/diagram/source'
import type { NodeVisit, VisitState } from '../../main/ui/api/types'

let id = 0
const visit = (nodeId: string, state: VisitState): NodeVisit =>
  ({ nodeInstanceId: ++id, nodeId, branchId: 1, state, enteredAt: '2026-11-21T08:00:00Z' })

describe('the marks of an instance', () => {
  it('show what is alive before what once was', () => {
    const marks = progressMarks([visit('a', 'ACTIVE'), visit('a', 'DONE'), visit('b', 'RETURNED'), visit('b', 'DONE')], [])
    expect(marks).toEqual([{ nodeId: 'a', kind: 'ACTIVE', times: 2 }, { nodeId: 'b', kind: 'DONE', times: 2 }])
  })

  it('show an incident above all, also where no visit tells of it', () => {
    const incident = (nodeId: string) => ({ instanceId: 1, nodeId, code: 'RULE_ERROR', message: '', at: '' })
    const marks = progressMarks([visit('a', 'ACTIVE')], [incident('a'), incident('c')])
    expect(marks.map(({ nodeId, kind }) => [nodeId, kind])).toEqual([['a', 'INCIDENT'], ['c', 'INCIDENT']])
  })
})

it('marks an element as an error where it has one, whatever the order', () => {
  const problem = (severity: 'ERROR' | 'WARNING', elementId?: string) => ({ severity, elementId, code: 'X', message: '' })
  expect(problemMarks([problem('WARNING', 'a'), problem('ERROR', 'a'), problem('WARNING', 'b'), problem('ERROR')]))
    .toEqual([{ nodeId: 'a', kind: 'ERROR', times: 1 }, { nodeId: 'b', kind: 'WARNING', times: 1 }])
})

describe('a BPMN file', () => {
  it('is read in the encoding that it declares', () => {
    const head = new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?><a>')
    expect(decodeXml(new Uint8Array([...head, 0xc9, 0xf3, 0xc5, 0xfa]))).toContain('审批')
    expect(decodeXml(new TextEncoder().encode('<a>审批</a>'))).toBe('<a>审批</a>')
    expect(decodeXml(new TextEncoder().encode('<?xml version="1.0" encoding="no-such"?><a>审</a>'))).toContain('审')
  })

  it('survives base64 byte by byte, also when it is long', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => at % 256)
    expect(fromBase64(toBase64(bytes))).toEqual(bytes)
  })
})
