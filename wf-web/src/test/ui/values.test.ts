import { describe, expect, it } from 'vitest'
import { fieldNamedIn, findingsIn, shown, toProperties, valuesOf } from '../../main/ui/form/values'
import type { FieldAccess, FormField, ValueType } from '../../main/ui/api/types'

const field = (name: string, type: ValueType, access: FieldAccess = 'WRITE', more: Partial<FormField> = {}): FormField =>
  ({ name, type, access, ...more })

describe('the values of a form', () => {
  it('are sent for fields that may be changed, as text, an empty one clearing its variable', () => {
    const fields = [field('days', 'INTEGER', 'REQUIRED'), field('note', 'STRING'), field('seen', 'STRING', 'READ'), field('hidden', 'STRING', 'HIDDEN')]
    expect(toProperties(fields, { days: ' 2 ', note: '', seen: 'x', hidden: 'y' })).toEqual([
      { name: 'days', type: 'INTEGER', value: '2' }, { name: 'note', type: 'STRING', value: null },
    ])
  })

  it('keep every digit of a number', () => {
    const digits = '12345678901234567890.1234500'
    expect(toProperties([field('amount', 'DECIMAL')], { amount: digits })[0]!.value).toBe(digits)
  })

  it('begin with what the server sent', () => {
    expect(valuesOf([field('a', 'STRING', 'WRITE', { value: 'x' }), field('b', 'STRING', 'WRITE', { value: null })])).toEqual({ a: 'x', b: '' })
  })
})

describe('the check', () => {
  it('wants required fields only of work that is handed on', () => {
    const fields = [field('days', 'INTEGER', 'REQUIRED')]
    expect(findingsIn(fields, { days: ' ' }, true)).toEqual({ days: 'form.required' })
    expect(findingsIn(fields, { days: ' ' }, false)).toEqual({})
  })

  it.each<[ValueType, string, string | undefined]>([
    ['INTEGER', '-12', undefined], ['INTEGER', '1.5', 'form.integer'], ['INTEGER', '二', 'form.integer'],
    ['DECIMAL', '12.50', undefined], ['DECIMAL', '.5', undefined], ['DECIMAL', '1e3', 'form.decimal'], ['DECIMAL', '1,5', 'form.decimal'],
    ['BOOLEAN', 'true', undefined], ['BOOLEAN', 'yes', 'form.boolean'],
    ['DATE', '2026-02-28', undefined], ['DATE', '2026-02-30', 'form.date'], ['DATE', '28.2.2026', 'form.date'],
    ['DATE_TIME', '2026-11-21T08:00:00+08:00', undefined], ['DATE_TIME', 'tomorrow', 'form.dateTime'],
    ['LIST', '["a"]', undefined], ['LIST', '{"a":1}', 'form.list'], ['JSON', '{"a":1}', undefined], ['JSON', '{a}', 'form.json'],
    ['STRING', 'anything', undefined],
  ])('reads %s %s', (type, text, finding) => {
    expect(findingsIn([field('v', type)], { v: text }, true)['v']).toBe(finding)
  })
})

describe('the field that a refusal names', () => {
  const fields = [field('day', 'STRING', 'WRITE', { label: '日期' }), field('days', 'INTEGER', 'WRITE', { label: '请假天数' }), field('seen', 'STRING', 'READ', { label: '已阅' })]

  it('is found by its label or its name as a whole word', () => {
    expect(fieldNamedIn('“请假天数”不能超过 60。', fields)).toBe('days')
    expect(fieldNamedIn('days must be a number', fields)).toBe('days')
    expect(fieldNamedIn('The day is missing.', fields)).toBe('day')
  })

  it('is none where no field that can be changed is named', () => {
    expect(fieldNamedIn('已阅 is wrong', fields)).toBeUndefined()
  })
})

it('shows yes and no in words', () => {
  const as = (value: string | undefined) => shown(field('b', 'BOOLEAN', 'READ', { value }), '是', '否', iso => iso)
  expect([as('true'), as('false'), as(undefined)]).toEqual(['是', '否', ''])
})
