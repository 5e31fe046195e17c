import { reactive } from 'vue'
import { api } from '../api'
import { listenForLists, onListChange } from './listEvents'
import { me } from './session'

/** How much is in each personal list, for the badges. Unknown until first read. */
export const counts = reactive<{
  todo?: number; claimable?: number; toread?: number; done?: number; passed?: number; started?: number; drafts?: number; readable?: number; notices?: number
}>({})

const EVERY = 60_000
/** What changes together is counted together. */
const MOMENT = 400

export async function refreshCounts(): Promise<void> {
  if (!me.value) return
  const [todo, claimable, toread, done, started, notices] = await Promise.allSettled([
    api.countWorkList('todo'), api.countWorkList('claimable'), api.countWorkList('toread'), api.countWorkList('done'), api.countInstanceList('started'),
    api.countNotices(),
  ])
  for (const [name, answer] of Object.entries({ todo, claimable, toread, done, started, notices })) {
    if (answer.status === 'fulfilled') counts[name as keyof typeof counts] = answer.value.count
  }
}

/** Keeps the badges fresh while the page is looked at: as soon as the server tells that a list has changed, and now and then. */
export function watchCounts(): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  const refresh = () => { if (document.visibilityState === 'visible') void refreshCounts() }
  const timer = setInterval(refresh, EVERY)
  const deaf = onListChange(() => {
    clearTimeout(soon)
    soon = setTimeout(refresh, MOMENT)
  })
  const hangUp = listenForLists(api.listEventsUrl())
  document.addEventListener('visibilitychange', refresh)
  return () => {
    hangUp()
    deaf()
    clearTimeout(soon)
    clearInterval(timer)
    document.removeEventListener('visibilitychange', refresh)
  }
}
