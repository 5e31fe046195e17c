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

const READ = {
  todo: () => api.countWorkList('todo'), claimable: () => api.countWorkList('claimable'), toread: () => api.countWorkList('toread'),
  done: () => api.countWorkList('done'), started: () => api.countInstanceList('started'), notices: () => api.countNotices(),
}
type Counted = keyof typeof READ
const ALL = Object.keys(READ) as Counted[]

export async function refreshCounts(which: Iterable<Counted> = ALL): Promise<void> {
  if (!me.value) return
  const names = [...which]
  const answers = await Promise.allSettled(names.map(name => READ[name]()))
  answers.forEach((answer, i) => { if (answer.status === 'fulfilled') counts[names[i]] = answer.value.count })
}

/** What a change of a list brings with it: whoever gets work or something to read is told so in his box, too. */
function concerned(list: string): Counted[] {
  if (list === 'all') return ALL
  return ALL.filter(name => name === list || name === 'notices' && ['todo', 'claimable', 'toread'].includes(list))
}

/** Keeps the badges fresh while the page is looked at: as soon as the server tells that a list has changed, and now and then. */
export function watchCounts(): () => void {
  const stale = new Set<Counted>()
  let soon: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    soon = undefined
    if (document.visibilityState === 'visible' && stale.size) void refreshCounts(stale)
    stale.clear()
  }
  const refresh = (which: Counted[] = ALL) => {
    which.forEach(name => stale.add(name))
    soon ??= setTimeout(read, MOMENT)
  }
  const refreshAll = () => refresh()
  const timer = setInterval(refreshAll, EVERY)
  const deaf = onListChange(list => refresh(concerned(list)))
  const hangUp = listenForLists(api.listEventsUrl())
  document.addEventListener('visibilitychange', refreshAll)
  return () => {
    hangUp()
    deaf()
    clearTimeout(soon)
    clearInterval(timer)
    document.removeEventListener('visibilitychange', refreshAll)
  }
}
