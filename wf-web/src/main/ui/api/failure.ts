import type { ErrorCode, ModelProblem, Problem } from './types'

/** NETWORK: no answer came. SERVER: an answer came that is not one of the product's refusals. */
export type FailureCode = ErrorCode | 'NETWORK' | 'SERVER'

/** Any call that did not succeed, in the one form in which screens see it. */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    /** A sentence from the server in the user's language; empty where the server said nothing. */
    message = '',
    readonly problems: ModelProblem[] = [],
    readonly retryable = false,
    readonly opId?: string,
  ) {
    super(message)
    this.name = 'Failure'
  }
}

const CODES_BY_STATUS: Record<number, ErrorCode> = {
  400: 'INVALID_INPUT', 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND', 412: 'STALE_VERSION',
  413: 'TOO_LARGE', 422: 'INVALID_MODEL', 423: 'LOCKED', 429: 'TOO_MANY', 503: 'UNAVAILABLE',
}
const WORTH_REPEATING = new Set<FailureCode>(['LOCKED', 'TOO_MANY', 'UNAVAILABLE', 'NETWORK', 'SERVER'])

export function failureOf(status: number, body: unknown): Failure {
  const problem = isProblem(body) ? body : undefined
  const code: FailureCode = problem?.code ?? CODES_BY_STATUS[status] ?? 'SERVER'
  const repeat = problem?.retryable ?? WORTH_REPEATING.has(code)
  return new Failure(code, problem?.message ?? '', problem?.problems ?? [], repeat, problem?.opId)
}

export const networkFailure = () => new Failure('NETWORK', '', [], true)

/** What a screen caught, whatever it was, as a Failure. */
export function asFailure(caught: unknown): Failure {
  if (caught instanceof Failure) return caught
  console.error(caught)
  return new Failure('SERVER')
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && typeof (body as Problem).code === 'string'
}
