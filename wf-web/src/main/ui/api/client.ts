import { Failure, failureOf, networkFailure } from './failure'
import { AttemptKeys } from './keys'

export type Query = Record<string, string | number | boolean | undefined>

export interface Write {
  body?: unknown
  /** A file sent as it is, instead of a body. */
  file?: Blob
  query?: Query
  /** The instance version that the user decided on. */
  version?: number
  /** True asks what would happen. */
  preview?: boolean
}

interface Surroundings {
  base: string
  language(): string
  /** Lets the user sign in again; resolves true when the call may be repeated. */
  signInAgain(): Promise<boolean>
}

/** The one place that calls fetch: headers, idempotency keys, errors and the sign-in that ran out. */
export class Client {
  private readonly keys = new AttemptKeys()

  constructor(private readonly around: Surroundings) {}

  url(path: string, query: Query = {}): string {
    const pairs = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
    return this.around.base + path + (search ? `?${search}` : '')
  }

  get<T>(path: string, query?: Query): Promise<T> {
    return this.call<T>(this.url(path, query), { method: 'GET', headers: this.headers() })
  }

  post<T>(path: string, write: Write = {}): Promise<T> {
    return this.write<T>('POST', path, write)
  }

  remove<T>(path: string): Promise<T> {
    return this.write<T>('DELETE', path, {})
  }

  /** Asks without bothering a user who is not signed in. */
  async peek<T>(path: string): Promise<T> {
    return answerOf<T>(await send(this.url(path), { method: 'GET', headers: this.headers() }))
  }

  /** Sign-in itself: a refusal is an answer here, not a session that ran out, and there is nothing to repeat. */
  async signIn<T>(path: string, body: unknown): Promise<T> {
    return answerOf<T>(await send(this.url(path), {
      method: 'POST', headers: this.headers({ 'Content-Type': 'application/json', 'X-WF-CSRF': '1' }), body: JSON.stringify(body),
    }))
  }

  /** Signs off; answers where the browser has to sign off, too, if it was signed on elsewhere. */
  async signOut(path: string): Promise<string | undefined> {
    const answer = await send(this.url(path), { method: 'POST', headers: this.headers({ 'X-WF-CSRF': '1' }) })
    await answerOf<void>(answer)
    return answer.headers.get('Location') ?? undefined
  }

  private async write<T>(method: string, path: string, { body, file, query, version, preview }: Write): Promise<T> {
    const url = this.url(path, { ...query, preview: preview || undefined })
    const content = body === undefined ? undefined : JSON.stringify(body)
    const fingerprint = [method, url, version ?? '', content ?? '', file ? fileMark(file) : ''].join('\n')
    const headers = this.headers({ 'X-WF-CSRF': '1' })
    if (!preview) headers.set('Idempotency-Key', this.keys.keyFor(fingerprint))
    if (version !== undefined) headers.set('If-Match', `"${version}"`)
    if (file) headers.set('Content-Type', mediaType(file))
    else if (content !== undefined) headers.set('Content-Type', 'application/json')
    const reply = await this.call<T>(url, { method, headers, body: file ?? content })
    this.keys.succeeded(fingerprint)
    return reply
  }

  private async call<T>(url: string, init: RequestInit): Promise<T> {
    try {
      return await answerOf<T>(await send(url, init))
    } catch (caught) {
      const runOut = caught instanceof Failure && caught.code === 'UNAUTHENTICATED'
      if (runOut && await this.around.signInAgain()) return answerOf<T>(await send(url, init))
      throw caught
    }
  }

  private headers(more: Record<string, string> = {}): Headers {
    return new Headers({
      Accept: 'application/json', 'Accept-Language': this.around.language(), 'X-Requested-With': 'XMLHttpRequest', ...more,
    })
  }
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', cache: 'no-store' })
  } catch {
    throw networkFailure()
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text().catch(() => { throw networkFailure() })
  const body = parsed(text)
  if (!response.ok) throw failureOf(response.status, body)
  return body as T
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}

/** A file of a JSON type must not be read as the request's JSON body. */
const mediaType = (file: Blob) => !file.type || /json/i.test(file.type) ? 'application/octet-stream' : file.type

const fileMark = (file: Blob) =>
  [file.size, file.type, file instanceof File ? `${file.name} ${file.lastModified}` : ''].join(' ')
