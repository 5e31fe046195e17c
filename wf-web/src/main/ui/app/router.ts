import { nextTick } from 'vue'
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { dismissNotice, tell } from './notices'
import { me } from './session'
import { t, type MessageKey } from './language'

declare module 'vue-router' {
  interface RouteMeta {
    title: MessageKey
    /** Open to people who are not signed in. */
    open?: boolean
    /** A screen to work on one thing: the bottom navigation gives way to its buttons. */
    focused?: boolean
    section?: string
  }
}

const page = (path: string, name: string, title: MessageKey, component: RouteRecordRaw['component'], more: object = {}) =>
  ({ path, name, component, props: true, meta: { title, section: name, ...more } }) as RouteRecordRaw

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/work/todo' },
    page('/login', 'login', 'signIn.title', () => import('../account/SignInPage.vue'), { open: true }),
    page('/work/:kind(todo|claimable|toread|done|passed|started|drafts|readable)', 'work', 'nav.work', () => import('../lists/WorkPage.vue')),
    page('/start', 'start', 'nav.start', () => import('../instances/StartListPage.vue')),
    page('/start/:definitionKey', 'startOne', 'nav.start', () => import('../instances/StartPage.vue'), { section: 'start', focused: true }),
    page('/items/:id(\\d+)', 'item', 'item.page', () => import('../item/ItemPage.vue'), { section: 'work', focused: true }),
    page('/instances', 'instances', 'nav.instances', () => import('../instances/FindPage.vue')),
    page('/instances/:id(\\d+)', 'instance', 'instance.page', () => import('../instances/InstancePage.vue'), { section: 'instances', focused: true }),
    page('/definitions', 'definitions', 'nav.definitions', () => import('../definitions/DefinitionsPage.vue')),
    page('/definitions/deploy', 'deploy', 'deploy.title', () => import('../definitions/DeployPage.vue'), { section: 'definitions' }),
    page('/definitions/:id(\\d+)', 'definition', 'definition.page', () => import('../definitions/DefinitionPage.vue'), { section: 'definitions' }),
    page('/incidents', 'incidents', 'nav.incidents', () => import('../instances/IncidentsPage.vue')),
    page('/notices', 'notices', 'nav.notices', () => import('../notices/NoticesPage.vue')),
    page('/account', 'account', 'nav.account', () => import('../account/AccountPage.vue')),
    page('/:rest(.*)*', 'nowhere', 'nowhere.title', () => import('../parts/NowherePage.vue')),
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

router.beforeEach(to => {
  if (to.meta.open || me.value) return true
  return { name: 'login', query: to.fullPath === '/work/todo' ? {} : { next: to.fullPath } }
})

/** A screen's code did not come: the network failed, or a new version has replaced it. */
router.onError(caught => {
  console.error(caught)
  tell({ text: t('app.screenMissing'), tone: 'warning' })
})

router.afterEach((to, from, stopped) => {
  if (stopped) return
  document.title = `${t(to.meta.title)} · ${t('app.name')}`
  const moved = from.name !== undefined && to.path !== from.path
  if (!moved) return
  if (to.name !== 'work' || from.name === 'work') dismissNotice()
  void nextTick(() => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }))
})
