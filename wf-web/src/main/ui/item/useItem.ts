import { computed, reactive, ref } from 'vue'
import { api, type OpenReply, type OperationRequest } from '../api'
import { useLoad } from '../app/useLoad'
import { findingsIn, toProperties, valuesOf, type Findings, type Values } from '../form/values'

/** An item that is being worked on: what the server showed, what the user typed since, and whether the two differ. */
export function useItem(id: number) {
  const { value: reply, loading, failure, load } = useLoad(() => api.openItem(id))
  const values = reactive<Values>({})
  const opinion = ref('')
  const findings = ref<Findings>({})
  const saved = ref('')
  const fields = computed(() => reply.value?.fields ?? [])
  const typed = () => JSON.stringify([toProperties(fields.value, values), opinion.value])
  const dirty = computed(() => reply.value !== undefined && typed() !== saved.value)

  /** Reads the item; what the user typed stays, whatever the server has. */
  async function open(): Promise<void> {
    const kept = dirty.value ? { values: { ...values }, opinion: opinion.value } : undefined
    const fresh = await load()
    if (!fresh) return
    Object.assign(values, valuesOf(fresh.fields ?? []))
    opinion.value = fresh.opinionDraft ?? ''
    markSaved()
    if (kept) {
      Object.assign(values, kept.values)
      opinion.value = kept.opinion
    }
  }

  function change(name: string, text: string): void {
    values[name] = text
    delete findings.value[name]
  }

  /** True when the form may be sent; else the findings stand at their fields. */
  function check(complete: boolean): boolean {
    findings.value = findingsIn(fields.value, values, complete)
    return Object.keys(findings.value).length === 0
  }

  const markSaved = (what = typed()) => { saved.value = what }
  /** A deputy acts for whoever holds the work. */
  const principal = () => reply.value?.operations?.find(operation => operation.onBehalfOf)?.onBehalfOf
    ?? (reply.value?.identities?.includes('DEPUTY') ? reply.value.workItem?.owner?.id : undefined)
  const request = (): OperationRequest => ({ onBehalfOf: principal(), variables: toProperties(fields.value, values) })
  const amend = (part: Partial<OpenReply>) => { if (reply.value) reply.value = { ...reply.value, ...part } }

  return { reply, fields, values, opinion, findings, dirty, loading, failure, open, change, check, typed, markSaved, principal, request, amend }
}
