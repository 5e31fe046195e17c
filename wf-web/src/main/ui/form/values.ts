import type { FormField, Property } from '../api'
import type { MessageKey } from '../app/language'

/** What the user sees in the inputs: text for every field, empty where there is no value. */
export type Values = Record<string, string>
export type Findings = Record<string, MessageKey>

export const isWritable = (field: FormField) => field.access === 'WRITE' || field.access === 'REQUIRED'
export const isVisible = (field: FormField) => field.access !== 'HIDDEN'

export function valuesOf(fields: readonly FormField[]): Values {
  return Object.fromEntries(fields.map(field => [field.name, field.value ?? '']))
}

/** The variables to send: every field that the user may change, an empty one clearing its variable. */
export function toProperties(fields: readonly FormField[], values: Values): Property[] {
  return fields.filter(isWritable).map(({ name, type }) => {
    const text = values[name] ?? ''
    const value = type === 'STRING' ? text : text.trim()
    return { name, type, value: value === '' ? null : value }
  })
}

/** What is wrong with the inputs. A draft may be incomplete, but what it has must be readable. */
export function findingsIn(fields: readonly FormField[], values: Values, complete: boolean): Findings {
  const findings: Findings = {}
  for (const field of fields.filter(isWritable)) {
    const finding = findingIn(field, values[field.name] ?? '', complete)
    if (finding) findings[field.name] = finding
  }
  return findings
}

function findingIn(field: FormField, text: string, complete: boolean): MessageKey | undefined {
  if (text.trim() === '') return complete && field.access === 'REQUIRED' ? 'form.required' : undefined
  switch (field.type) {
    case 'INTEGER': return /^[+-]?\d+$/.test(text.trim()) ? undefined : 'form.integer'
    case 'DECIMAL': return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text.trim()) ? undefined : 'form.decimal'
    case 'BOOLEAN': return text === 'true' || text === 'false' ? undefined : 'form.boolean'
    case 'DATE': return isDay(text) ? undefined : 'form.date'
    case 'DATE_TIME': return Number.isNaN(Date.parse(text)) ? 'form.dateTime' : undefined
    case 'LIST': return Array.isArray(json(text)) ? undefined : 'form.list'
    case 'JSON': return json(text) === undefined ? 'form.json' : undefined
    default: return undefined
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The field that a server's sentence is about: the one whose label or name it names, the longest where several fit. */
export function fieldNamedIn(message: string, fields: readonly FormField[]): string | undefined {
  const named = fields.filter(isWritable)
    .flatMap(field => [field.label, field.name].map(word => ({ name: field.name, word: word ?? '' })))
    .filter(({ word }) => word !== '' && isNamed(word, message))
    .sort((a, b) => b.word.length - a.word.length)
  return named[0]?.name
}

/** A Latin name counts only as a whole word, so that `day` is not found in `days`. */
function isNamed(word: string, message: string): boolean {
  if (!/^[\w.]+$/.test(word)) return message.includes(word)
  return new RegExp(`(^|[^A-Za-z0-9_])${word.replace(/\./g, '\\.')}($|[^A-Za-z0-9_])`).test(message)
}

/** A value as a reader sees it. */
export function shown(field: FormField, yes: string, no: string, time: (iso: string) => string): string {
  const text = field.value ?? ''
  if (field.type === 'BOOLEAN') return text === 'true' ? yes : text === 'false' ? no : ''
  if (field.type === 'DATE_TIME') return time(text)
  return text
}
