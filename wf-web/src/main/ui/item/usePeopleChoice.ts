import { computed, reactive, ref } from 'vue'
import { api, type Choice, type ParticipantSelection, type SubmitRequest } from '../api'

/**
 * Whom the user has to choose for the nodes to come: found out when a look at the submit is refused for want of people, node after
 * node, since the way behind one of them is known only when it has its people.
 */
export function usePeopleChoice(workItemId: () => number | undefined, form: () => SubmitRequest) {
  const selections = ref<ParticipantSelection[]>([])
  const chosen = reactive<Record<string, string[]>>({})
  const choices = computed<Choice[]>(() => Object.entries(chosen).filter(([, users]) => users.length).map(([nodeId, users]) => ({ nodeId, users })))
  const complete = computed(() => selections.value.every(({ nodeId, min }) => (chosen[nodeId]?.length ?? 0) >= min))

  /** True when the user is asked for people of a further node. */
  async function ask(): Promise<boolean> {
    const id = workItemId()
    if (id === undefined) return false
    const body = { ...form(), participants: choices.value }
    const way = await api.evaluateRoute(id, body)
    const next = way.nodes?.filter(({ mode, nodeId }) => mode === 'CHOSEN' && !selections.value.some(known => known.nodeId === nodeId)) ?? []
    for (const { nodeId } of next) {
      const selection = await api.participantSelectMode(id, { ...body, nextNodeId: nodeId })
      chosen[nodeId] = (selection.defaults ?? []).map(person => person.id)
      selections.value.push(selection)
    }
    return next.length > 0
  }

  return { selections, chosen, choices, complete, ask }
}
