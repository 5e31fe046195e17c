import { shallowRef } from 'vue'
import type { RouteLocationRaw } from 'vue-router'

export interface Notice {
  text: string
  lines?: string[]
  tone?: 'success' | 'warning'
  link?: { text: string; to: RouteLocationRaw }
}

/** What the last act came to. It stays on the next screen until the user closes it or acts again. */
export const notice = shallowRef<Notice>()

export const tell = (next: Notice) => { notice.value = next }
export const dismissNotice = () => { notice.value = undefined }
