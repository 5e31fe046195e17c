import { onBeforeUnmount, ref, watch } from 'vue'

const IDLE = 15_000

/** Saves what was typed after a pause in typing; quietly, since the save button tells of failures. */
export function useAutosave(typed: () => string, mayRun: () => boolean, save: () => Promise<boolean>) {
  const savedAt = ref<Date>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const stopWatching = watch(typed, () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      if (mayRun() && await save()) savedAt.value = new Date()
    }, IDLE)
  })

  const stop = () => {
    stopWatching()
    clearTimeout(timer)
  }
  onBeforeUnmount(stop)
  return { savedAt, stop }
}
