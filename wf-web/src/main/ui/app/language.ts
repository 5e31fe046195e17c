import { computed, ref } from 'vue'
import { en } from '../i18n/en'
import { zh, type MessageKey } from '../i18n/zh'

export type Language = 'zh-CN' | 'en'
export type { MessageKey }
export type Arguments = Record<string, string | number>

const STORE = 'wf.language'
const bundles: Record<Language, Record<MessageKey, string>> = { 'zh-CN': zh, en }

export const language = ref<Language>(chosen() ?? (globalThis.navigator?.language.startsWith('en') ? 'en' : 'zh-CN'))
export const otherLanguage = computed<Language>(() => language.value === 'en' ? 'zh-CN' : 'en')

/** The user's own choice; it is kept for his next visit. */
export function setLanguage(next: Language): void {
  language.value = next
  store(next)
}

/** The language that the server knows for a person (`zh` or `en`) holds until he chooses one here. */
export function adoptLanguage(known: string | undefined): void {
  if (known && !chosen()) language.value = known.startsWith('en') ? 'en' : 'zh-CN'
}

/** The text of a key in the chosen language. Keys are checked by the compiler, in both bundles. */
export function t(key: MessageKey, args: Arguments = {}): string {
  return fill(bundles[language.value][key], args)
}

export function fill(text: string, args: Arguments): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => name in args ? String(args[name]) : whole)
}

/** The text of a key that is made of a prefix and a value from the server, or the value itself when it is unknown. */
export function tOf(prefix: string, value: string | undefined): string {
  if (!value) return ''
  const key = `${prefix}.${value}`
  return key in zh ? t(key as MessageKey) : value
}

export function formatTime(iso: string | undefined): string {
  if (!iso) return ''
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** For lists: without the year while it is the present one. */
export function shortTime(iso: string | undefined): string {
  const text = formatTime(iso)
  return text.startsWith(`${new Date().getFullYear()}-`) ? text.slice(5) : text
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

const two = (n: number) => String(n).padStart(2, '0')

function chosen(): Language | undefined {
  try {
    const stored = localStorage.getItem(STORE)
    return stored === 'en' || stored === 'zh-CN' ? stored : undefined
  } catch {
    return undefined
  }
}

function store(next: Language): void {
  try {
    localStorage.setItem(STORE, next)
  } catch {
    // A browser that keeps nothing still shows the language for this visit.
  }
}
