import { expect, it } from 'vitest'
import { newKey } from '../../main/ui/api/keys'

it('makes a version 4 UUID where crypto.randomUUID is missing, as on plain HTTP', () => {
  const getRandomValues = <T extends ArrayBufferView>(array: T) => crypto.getRandomValues(array as never) as T
  const key = newKey({ getRandomValues: getRandomValues as Crypto['getRandomValues'] })
  expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
