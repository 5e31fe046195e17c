import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { answer, Refusal, type Call } from './engine.ts'

const BASE = '/wf-ws/api/v1'
const CONFIG = JSON.stringify({ api: BASE })

/** Stands in for the server while the screens are worked on: `vite dev` and `vite preview` only, never in the WAR. */
export function mockServer(): Plugin {
  return {
    name: 'wf-mock-server',
    configureServer: server => { server.middlewares.use(handle) },
    configurePreviewServer: server => { server.middlewares.use(withPolicy).use(handle) },
  }
}

type Next = () => void

/** The built pages are previewed under the very policy that the servlet filter sends. */
function withPolicy(_request: IncomingMessage, response: ServerResponse, next: Next): void {
  const filter = readFileSync(new URL('../src/main/java/wf/web/SecurityHeaders.java', import.meta.url), 'utf8')
  const policy = /POLICY = ([^;]*(?:;"|;[^"]*")[\s\S]*?);\n/.exec(filter)?.[1] ?? ''
  const text = [...policy.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join('')
  if (!text) throw new Error('no policy found')
  response.setHeader('Content-Security-Policy', text)
  next()
}

async function handle(request: IncomingMessage, response: ServerResponse, next: Next): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://mock')
  if (url.pathname === '/config.json') return void response.setHeader('Content-Type', 'application/json').end(CONFIG)
  if (!url.pathname.startsWith(BASE)) return next()
  if (url.pathname === `${BASE}/worklists/events`) return void response.setHeader('Content-Type', 'text/event-stream').write('event: all\ndata: {}\n\n')
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const json = /json/.test(request.headers['content-type'] ?? '') && body.length ? JSON.parse(body.toString()) as Record<string, unknown> : {}
  const call: Call = {
    method: request.method ?? 'GET', path: url.pathname.slice(BASE.length), query: url.searchParams, json, body,
    person: /WFSESSION=(\w+)/.exec(request.headers.cookie ?? '')?.[1],
    zh: !(request.headers['accept-language'] ?? '').startsWith('en'),
    ifMatch: request.headers['if-match'], contentType: request.headers['content-type'] ?? '',
  }
  try {
    const reply = answer(call)
    if (reply.person !== undefined) response.setHeader('Set-Cookie', `WFSESSION=${reply.person}; Path=/; HttpOnly; SameSite=Strict`)
    if (reply.file) return void response.setHeader('Content-Disposition', 'attachment').end(reply.file)
    response.setHeader('Content-Type', 'application/json').end(reply.json === undefined ? '' : JSON.stringify(reply.json))
  } catch (caught) {
    if (!(caught instanceof Refusal)) console.error(caught)
    const problem = caught instanceof Refusal ? caught.problem : { code: 'SERVER', message: '', status: 500 }
    response.statusCode = problem.status
    response.setHeader('Content-Type', 'application/problem+json').end(JSON.stringify(problem))
  }
}
