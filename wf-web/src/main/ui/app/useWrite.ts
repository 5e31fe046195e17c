import { ref, shallowRef } from 'vue'
import { asFailure, type Failure } from '../api'

/** A write that the user set off: one at a time, its failure kept for the screen, and repeatable as it was. */
export function useWrite() {
  const busy = ref(false)
  const failure = shallowRef<Failure>()
  let last: (() => Promise<unknown>) | undefined

  async function run<T>(write: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    last = () => run(write)
    busy.value = true
    failure.value = undefined
    try {
      return await write()
    } catch (caught) {
      failure.value = asFailure(caught)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, failure, run, repeat: () => last?.() ?? Promise.resolve() }
}
