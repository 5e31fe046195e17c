import { onBeforeUnmount, onMounted } from 'vue'
import { onBeforeRouteLeave, onBeforeRouteUpdate } from 'vue-router'
import { ElMessageBox } from 'element-plus'
import { me } from './session'
import { t } from './language'

/** Asks before the user leaves something that he typed and did not save. */
export function useUnsaved(dirty: () => boolean): void {
  const onUnload = (event: BeforeUnloadEvent) => { if (dirty()) event.preventDefault() }
  onMounted(() => window.addEventListener('beforeunload', onUnload))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', onUnload))
  const mayLeave = async () => !me.value || !dirty() || await confirmLeaving()
  onBeforeRouteLeave(mayLeave)
  onBeforeRouteUpdate(mayLeave)
}

async function confirmLeaving(): Promise<boolean> {
  const answer = await ElMessageBox.confirm(t('unsaved.text'), t('unsaved.title'), {
    confirmButtonText: t('unsaved.leave'), cancelButtonText: t('unsaved.stay'), type: 'warning', customClass: 'wf-box',
  }).catch(() => 'cancel')
  return answer === 'confirm'
}
