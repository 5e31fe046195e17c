import { callsOver, type Calls } from './calls'
import { Client } from './client'

/** The calls to the engine; set once by `connect` before the first screen shows. */
export let api: Calls

/** Reads config.json, which tells where the REST services are, and builds the client. */
export async function connect(language: () => string, signInAgain: () => Promise<boolean>): Promise<Client> {
  const answer = await fetch('./config.json', { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`config.json: ${answer.status}`)
  const { api: base } = await answer.json() as { api: string }
  const client = new Client({ base: base.replace(/\/$/, ''), language, signInAgain })
  api = callsOver(client)
  return client
}

export { Failure, asFailure } from './failure'
export type { Decision, InstanceFilter, ListFilter, Page } from './calls'
export type * from './types'
