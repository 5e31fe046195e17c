import { onBeforeUnmount, ref } from 'vue'

/** Whether the window is too narrow for tables and a side bar. */
export function useNarrow() {
  const media = window.matchMedia('(max-width: 767px)')
  const narrow = ref(media.matches)
  const update = () => { narrow.value = media.matches }
  media.addEventListener('change', update)
  onBeforeUnmount(() => media.removeEventListener('change', update))
  return narrow
}
