import { ref, shallowRef, watch } from 'vue'
import { asFailure, type Failure } from '../api'
import { language } from './language'

export interface Slice<T> { rows: T[]; next?: string }

/** A list read page by page: each further page begins where the last one ended. */
export function usePaged<T>(read: (cursor?: string) => Promise<Slice<T>>) {
  const rows = shallowRef<T[]>([])
  const next = ref<string>()
  const loading = ref(false)
  const failure = shallowRef<Failure>()
  let newest = 0

  async function page(cursor?: string): Promise<void> {
    const mine = ++newest
    loading.value = true
    failure.value = undefined
    try {
      const slice = await read(cursor)
      if (mine !== newest) return
      rows.value = cursor ? [...rows.value, ...slice.rows] : slice.rows
      next.value = slice.next
    } catch (caught) {
      if (mine === newest) failure.value = asFailure(caught)
    } finally {
      if (mine === newest) loading.value = false
    }
  }

  watch(language, () => void page())
  return { rows, next, loading, failure, reload: () => page(), more: () => page(next.value) }
}
