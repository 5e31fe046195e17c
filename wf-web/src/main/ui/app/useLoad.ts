import { ref, shallowRef, watch } from 'vue'
import { asFailure, type Failure } from '../api'
import { language } from './language'

/** One thing read from the server: its value, whether it is on its way, and why it did not come. */
export function useLoad<T>(read: () => Promise<T>) {
  const value = shallowRef<T>()
  const loading = ref(false)
  const failure = shallowRef<Failure>()
  let newest = 0

  async function load(): Promise<T | undefined> {
    const mine = ++newest
    loading.value = true
    failure.value = undefined
    try {
      const answer = await read()
      if (mine === newest) value.value = answer
      return answer
    } catch (caught) {
      if (mine === newest) failure.value = asFailure(caught)
      return undefined
    } finally {
      if (mine === newest) loading.value = false
    }
  }

  // The server answers in the user's language, so what it said is asked for again when that changes.
  watch(language, () => { if (value.value !== undefined || failure.value) void load() })
  return { value, loading, failure, load }
}
