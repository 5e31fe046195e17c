import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { callsOver } from '../../main/ui/api/calls'
import { Client } from '../../main/ui/api/client'
import { Failure } from '../../main/ui/api/failure'

interface Sent { url: string; init: RequestInit & { headers: Headers } }
let sent: Sent[]
let answers: (() => Response)[]
let signInAgain: () => Promise<boolean>

const json = (body: unknown, status = 200) => () => new Response(JSON.stringify(body), { status })
const lost = () => { throw new TypeError('fetch failed') }
const client = () => new Client({ base: '/api/v1', language: () => 'en', signInAgain: () => signInAgain() })
const header = (place: number, name: string) => sent[place]!.init.headers.get(name)
const failureOf = (call: Promise<unknown>) => call.then(() => { throw new Error('succeeded') }, (caught: unknown) => caught as Failure)

beforeEach(() => {
  sent = []
  answers = []
  signInAgain = () => Promise.resolve(false)
  vi.stubGlobal('fetch', async (url: string, init: Sent['init']) => {
    sent.push({ url, init })
    return (answers.shift() ?? json({}))()
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a write', () => {
  it('carries the key, the header against forgery, the language and the version decided on', async () => {
    await callsOver(client()).submit(7, { opinion: 'ok' }, { version: 3 })
    expect(sent[0]!.url).toBe('/api/v1/workitems/7/submit')
    expect(header(0, 'Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(header(0, 'X-WF-CSRF')).toBe('1')
    expect(header(0, 'Accept-Language')).toBe('en')
    expect(header(0, 'If-Match')).toBe('"3"')
    expect(sent[0]!.init.body).toBe('{"opinion":"ok"}')
  })

  it('keeps its key when it is sent again after its answer got lost', async () => {
    answers = [lost, json({})]
    const calls = callsOver(client())
    const failure = await failureOf(calls.claim(7))
    await calls.claim(7)
    expect(failure.code).toBe('NETWORK')
    expect(failure.retryable).toBe(true)
    expect(header(1, 'Idempotency-Key')).toBe(header(0, 'Idempotency-Key'))
  })

  it('gets a new key with other content, and after a success', async () => {
    answers = [lost]
    const calls = callsOver(client())
    await failureOf(calls.save(7, { opinion: 'a' }))
    await calls.save(7, { opinion: 'b' })
    await calls.save(7, { opinion: 'b' })
    expect(new Set([0, 1, 2].map(place => header(place, 'Idempotency-Key'))).size).toBe(3)
  })

  it('asks what would happen without a key', async () => {
    await callsOver(client()).returnItem(7, {}, { version: 2, preview: true })
    expect(sent[0]!.url).toBe('/api/v1/workitems/7/return?preview=true')
    expect(header(0, 'Idempotency-Key')).toBeNull()
  })

  it('sends a file as it is, but never as the JSON of the request', async () => {
    const calls = callsOver(client())
    await calls.attach(5, undefined, new File(['a'], 'a b.pdf', { type: 'application/pdf' }))
    await calls.attach(5, 9, new File(['{}'], 'c.json', { type: 'application/json' }))
    expect(sent[0]!.url).toBe('/api/v1/instances/5/attachments?name=a+b.pdf')
    expect(header(0, 'Content-Type')).toBe('application/pdf')
    expect(sent[1]!.url).toBe('/api/v1/instances/5/attachments?name=c.json&workItemId=9')
    expect(header(1, 'Content-Type')).toBe('application/octet-stream')
  })
})

describe('a read', () => {
  it('leaves out empty filters', async () => {
    await callsOver(client()).workList('todo', { title: '', definitionKey: undefined, businessKey: 'K&1' })
    expect(sent[0]!.url).toBe('/api/v1/worklists/todo?businessKey=K%261')
  })

  it('carries no key', async () => {
    await callsOver(client()).getInstance(1)
    expect(header(0, 'Idempotency-Key')).toBeNull()
  })
})

describe('a refusal', () => {
  it('keeps the code, the sentence and the problems of the model', async () => {
    const problems = [{ severity: 'ERROR', code: 'X', message: 'no flow' }]
    answers = [json({ code: 'INVALID_MODEL', message: 'Two errors.', status: 422, problems }, 422)]
    const failure = await failureOf(callsOver(client()).deploy({ source: '' }, true))
    expect(failure).toMatchObject({ code: 'INVALID_MODEL', message: 'Two errors.', problems, retryable: false })
  })

  it.each([[412, 'STALE_VERSION', false], [423, 'LOCKED', true], [503, 'UNAVAILABLE', true], [500, 'SERVER', true], [404, 'NOT_FOUND', false]] as const)(
    'without a readable body is known by its status %i', async (status, code, retryable) => {
      answers = [() => new Response('<html>', { status })]
      expect(await failureOf(callsOver(client()).getInstance(1))).toMatchObject({ code, retryable, message: '' })
    })
})

describe('a session that ran out', () => {
  const expired = json({ code: 'UNAUTHENTICATED', message: 'Sign in.', status: 401 }, 401)

  it('repeats the same write with the same key once the user has signed in again', async () => {
    answers = [expired, json({ version: 4 })]
    signInAgain = () => Promise.resolve(true)
    expect(await callsOver(client()).claim(7)).toEqual({ version: 4 })
    expect(header(1, 'Idempotency-Key')).toBe(header(0, 'Idempotency-Key'))
  })

  it('fails when the user gives up', async () => {
    answers = [expired]
    expect((await failureOf(callsOver(client()).claim(7))).code).toBe('UNAUTHENTICATED')
    expect(sent).toHaveLength(1)
  })

  it('is not what a wrong password at sign-in means', async () => {
    answers = [expired]
    signInAgain = () => Promise.reject(new Error('asked'))
    expect((await failureOf(callsOver(client()).signIn('li', 'x'))).code).toBe('UNAUTHENTICATED')
  })
})
