import { createApp, watchEffect } from 'vue'
import App from './App.vue'
import { connect } from './api'
import { language, t } from './app/language'
import { router } from './app/router'
import { recallSession, signInAgain } from './app/session'
import './app/elements'
import './app/theme.css'
import './app/common.css'

async function begin(): Promise<void> {
  watchEffect(() => { document.documentElement.lang = language.value })
  await connect(() => language.value, signInAgain)
  await recallSession()
  createApp(App).use(router).mount('#app')
}

begin().catch(caught => {
  console.error(caught)
  showNotReady()
})

/** Without the server there is no screen to show; say so and let the user try again. */
function showNotReady(): void {
  const box = document.createElement('div')
  box.className = 'not-ready'
  const text = document.createElement('p')
  text.setAttribute('role', 'alert')
  text.textContent = t('app.notReady')
  const again = document.createElement('button')
  again.textContent = t('action.retry')
  again.addEventListener('click', () => location.reload())
  box.append(text, again)
  document.getElementById('app')?.replaceChildren(box)
}
