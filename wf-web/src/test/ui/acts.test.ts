import { expect, test } from 'vitest'
import { buttonsOf } from '../../main/ui/item/acts'

const operation = (name: string, allowed: boolean) => ({ name, allowed, label: name })
const names = (...operations: ReturnType<typeof operation>[]) => buttonsOf(operations).map(({ name }) => name)

test('whoever has claimed the work is offered to put it back, not to claim it again', () => {
  expect(names(operation('claim', false), operation('submit', true), operation('unclaim', true))).toEqual(['submit', 'unclaim'])
})

test('work that somebody else has claimed still says so', () => {
  expect(names(operation('claim', false), operation('unclaim', false))).toEqual(['claim', 'unclaim'])
})
