import { beforeAll, describe, expect, it } from 'vitest'
import { language } from '../../main/ui/app/language'
import { below, depthOf, isIn, renamed } from '../../main/ui/definitions/categories'
import { inOrder, titleOf, toldOf, valueOf } from '../../main/ui/definitions/differences'
import type { DefinitionInfo, ElementChange } from '../../main/ui/api/types'

beforeAll(() => { language.value = 'en' })

const definition = (more: Partial<DefinitionInfo>): DefinitionInfo =>
  ({ id: 1, key: 'leave', version: 1, name: 'Leave', state: 'DRAFT', deployedAt: '', ...more })
const change = (more: Partial<ElementChange>): ElementChange =>
  ({ kind: 'CHANGED', elementId: 'review', elementType: 'userTask', ...more })

describe('a category', () => {
  it('holds what stands in it and below it, and nothing that is only called alike', () => {
    expect(isIn(definition({ category: 'HR' }), 'HR')).toBe(true)
    expect(isIn(definition({ category: 'HR/Leave' }), 'HR')).toBe(true)
    expect(isIn(definition({ category: 'HR-old' }), 'HR')).toBe(false)
    expect(isIn(definition({}), 'HR')).toBe(false)
  })

  it('is not needed: all definitions, and those without one, are choices too', () => {
    expect(isIn(definition({ category: 'HR' }), undefined)).toBe(true)
    expect(isIn(definition({}), undefined)).toBe(true)
    expect(isIn(definition({}), '')).toBe(true)
    expect(isIn(definition({ category: 'HR' }), '')).toBe(false)
  })

  it('is created below the one chosen, and keeps its place when it is renamed', () => {
    expect(below('HR', ' Leave ')).toBe('HR/Leave')
    expect(below(undefined, 'HR')).toBe('HR')
    expect(below('', 'HR')).toBe('HR')
    expect(renamed('HR/Leave', 'Absence')).toBe('HR/Absence')
    expect(renamed('HR', 'People')).toBe('People')
    expect(depthOf({ path: 'HR/Leave/Short', name: 'Short' })).toBe(2)
  })
})

describe('a difference', () => {
  it('tells what only moved apart from the rest', () => {
    const elements = [change({}), change({ kind: 'MOVED', elementId: 'end' }), change({ kind: 'MOVED', elementId: 'pay', name: 'Pay' })]
    const { told, moved } = toldOf({ before: definition({}), after: definition({}), elements })
    expect(told.map(titleOf)).toEqual(['review'])
    expect(moved).toEqual(['end', 'Pay'])
    expect(toldOf({ before: definition({}), after: definition({}) })).toEqual({ told: [], moved: [] })
  })

  it('distinguishes what is missing from what just stands there', () => {
    expect(valueOf(undefined)).toBe('–')
    expect(valueOf('')).toBe('present')
    expect(valueOf('days > 3')).toBe('days > 3')
  })

  it('goes from the older version to the newer one, whichever is on the screen', () => {
    const [older, newer] = [definition({ id: 1, version: 1 }), definition({ id: 2, version: 2 })]
    expect(inOrder(newer, older)).toEqual([older, newer])
    expect(inOrder(older, newer)).toEqual([older, newer])
  })
})
