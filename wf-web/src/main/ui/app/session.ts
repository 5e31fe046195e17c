import { computed, ref, shallowRef } from 'vue'
import { api, asFailure, type Person, type WhoAmI } from '../api'
import { adoptLanguage } from './language'

export const me = shallowRef<WhoAmI>()
export const administrator = computed(() => me.value?.administrator === true)

/** True while a session that ran out waits for its user to sign in again, over the page that he was working on. */
export const lapsed = ref(false)
let waiting: ((again: boolean) => void)[] = []

export const nameOf = (person: Person | undefined) => person ? person.name || person.id : ''

export async function recallSession(): Promise<void> {
  try {
    enter(await api.whoAmI())
  } catch (caught) {
    me.value = undefined
    if (asFailure(caught).code !== 'UNAUTHENTICATED') throw caught
  }
}

export async function signIn(loginName: string, password: string, newPassword?: string): Promise<void> {
  enter(await api.signIn(loginName, password, newPassword))
}

function enter(who: WhoAmI): void {
  me.value = who
  adoptLanguage(who.language)
}

export async function signOut(): Promise<void> {
  let elsewhere: string | undefined
  try {
    elsewhere = await api.signOut()
  } finally {
    me.value = undefined
  }
  if (elsewhere) window.location.assign(elsewhere)
}

/** Called by the client when a call met a session that ran out. */
export function signInAgain(): Promise<boolean> {
  if (!me.value) return Promise.resolve(false)
  lapsed.value = true
  return new Promise(resolve => waiting.push(resolve))
}

export function settleLapse(again: boolean): void {
  lapsed.value = false
  if (!again) me.value = undefined
  const held = waiting
  waiting = []
  held.forEach(resolve => resolve(again))
}
