/** The names under which the server tells that a list has changed; `all` stands for each of them. */
const NAMES = ['all', 'todo', 'claimable', 'overdue', 'done', 'passed', 'toread', 'read', 'started', 'drafts']

/** How long somebody who was refused waits, at least and half of the time that it takes at most. */
const AGAIN = 30_000

type Heard = (list: string) => void
const listeners = new Set<Heard>()

/** Whoever wants to know that a list has changed; answers with how to stop. */
export function onListChange(heard: Heard): () => void {
  listeners.add(heard)
  return () => { listeners.delete(heard) }
}

/**
 * Listens while the page is looked at: of one server a browser keeps six connections open for all its pages together, and those that nobody
 * sees must not use them up. Where the server refuses, lists stay as they were read, and counts are read by the minute as ever.
 */
export function listenForLists(url: string, page: Document = document, open: (url: string) => EventSource = to => new EventSource(to)): () => void {
  let stream: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(again)
    stream?.close()
    stream = undefined
  }
  const look = () => {
    if (page.visibilityState !== 'visible') return close()
    if (stream && stream.readyState !== 2) return
    clearTimeout(again)
    const opened = open(url)
    stream = opened
    // A broken line the browser mends by itself; after a refusal, as from a node that is started anew, it would be deaf for ever.
    opened.addEventListener('error', () => {
      if (opened === stream && opened.readyState === 2) again = setTimeout(look, AGAIN + Math.random() * AGAIN)
    })
    for (const name of NAMES) opened.addEventListener(name, () => { listeners.forEach(heard => heard(name)) })
  }
  look()
  page.addEventListener('visibilitychange', look)
  return () => {
    page.removeEventListener('visibilitychange', look)
    close()
  }
}
