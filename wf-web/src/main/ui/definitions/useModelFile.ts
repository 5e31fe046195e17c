import { computed, ref, shallowRef } from 'vue'
import { api, Failure, type DefinitionReply, type ModelProblem } from '../api'
import { t } from '../app/language'
import { useWrite } from '../app/useWrite'
import { decodeXml, toBase64 } from '../diagram/source'

const LIMIT = 5 * 1024 * 1024

/** A BPMN file on its way to the engine: first checked, then deployed. */
export function useModelFile() {
  const name = ref('')
  const category = ref<string>()
  const bytes = shallowRef<Uint8Array>()
  const checked = shallowRef<DefinitionReply>()
  const { busy, failure, run, repeat } = useWrite()
  const xml = computed(() => bytes.value && decodeXml(bytes.value))
  const problems = computed<readonly ModelProblem[]>(() => failure.value?.problems.length ? failure.value.problems : checked.value?.warnings ?? [])

  const send = (preview: boolean) =>
    api.deploy({ category: category.value?.trim() || undefined, source: toBase64(bytes.value!) }, preview)

  async function take(file: File): Promise<void> {
    checked.value = undefined
    bytes.value = undefined
    name.value = file.name
    checked.value = await run(async () => {
      if (file.size > LIMIT) throw new Failure('TOO_LARGE', t('deploy.tooLarge'))
      bytes.value = new Uint8Array(await file.arrayBuffer())
      return send(true)
    })
  }

  const deploy = () => run(() => send(false))
  return { name, category, xml, checked, problems, busy, failure, repeat, take, deploy }
}
