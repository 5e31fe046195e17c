import { beforeAll, describe, expect, it } from 'vitest'
import { language } from '../../main/ui/app/language'
import { candidateName, sentencesOf, stepsOf } from '../../main/ui/item/outcome'
import type { OperationReply, WorkItemInfo } from '../../main/ui/api/types'

beforeAll(() => { language.value = 'zh-CN' })

const person = (id: string, name: string) => ({ id, name })
const item = (node: number, more: Partial<WorkItemInfo>): WorkItemInfo => ({
  instanceId: 1, definitionKey: 'leave', title: 't', starter: person('zhao', '赵敏'), nodeId: `n${node}`, nodeName: `环节${node}`,
  nodeInstanceId: node, kind: 'MAIN', state: 'READY', createdAt: '', ...more,
})
const reply = (more: Partial<OperationReply>): OperationReply => ({ opId: '1', version: 2, state: 'RUNNING', ...more })

describe('where the work went', () => {
  it('names every holder of a node in one step', () => {
    const items = [item(1, { owner: person('li', '李建国') }), item(2, { owner: person('wang', '王芳') }), item(2, { owner: person('sun', '孙伟') })]
    expect(stepsOf(items)).toEqual([{ node: '环节1', who: '李建国' }, { node: '环节2', who: '王芳、孙伟' }])
  })

  it('names those to whom it is offered', () => {
    expect(sentencesOf(reply({ itemsCreated: [item(1, { candidates: ['group:finance', 'dept:rd'] })] }))).toEqual(['下一环节“环节1”：待认领（组 finance、部门 rd）'])
  })

  it('says when the instance is over, stuck, or waits for others', () => {
    expect(sentencesOf(reply({ state: 'COMPLETED' }))).toEqual(['流程办结。'])
    expect(sentencesOf(reply({ state: 'TERMINATED' }))).toEqual(['流程终止。'])
    expect(sentencesOf(reply({ incidents: [{ instanceId: 1, nodeId: 'a', code: 'NO_ROUTE', message: '', at: '' }] }))[0]).toContain('异常')
    expect(sentencesOf(reply({}))[0]).toContain('等待其他人')
  })

  it('leaves a candidate that it cannot read as it is', () => {
    expect(candidateName('everybody')).toBe('everybody')
  })
})
