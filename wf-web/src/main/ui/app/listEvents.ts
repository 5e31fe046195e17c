/** The names under which the server tells that a list has changed; `all` stands for each of them. */
const NAMES = ['all', 'todo', 'claimable', 'overdue', 'done', 'passed', 'toread', 'read', 'started', 'drafts']

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
  const close = () => {
    stream?.close()
    stream = undefined
  }
  const look = () => {
    if (page.visibilityState !== 'visible') return close()
    if (stream && stream.readyState !== 2) return
    stream = open(url)
    for (const name of NAMES) stream.addEventListener(name, () => { listeners.forEach(heard => heard(name)) })
  }
  look()
  page.addEventListener('visibilitychange', look)
  return () => {
    page.removeEventListener('visibilitychange', look)
    close()
  }
}
