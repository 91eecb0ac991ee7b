import { onOrder } from '../control.ts'
import { createEvents, type Events } from '../emitter.ts'
import { finishBeforeLeaving } from '../leave.ts'
import { emulateTheme } from '../page/theme.ts'
import { type Navigation, watchNavigation } from '../page/navigation.ts'
import { refusePopups, type WindowOpenHandler } from '../page/popups.ts'
import { type Preloaded, runPreload } from '../page/preload.ts'
import { watchRequests } from '../page/requests.ts'
import { createShownPage, type ShownPage } from '../page/shown-page.ts'
import { assertKnown, strict } from '../strict.ts'
import { receiveFromPage } from './ipc-main.ts'
import { addFace, removeFace } from './faces.ts'
import { insideOf, type SessionFace, sessionFor } from './session.ts'

const EVENTS = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'did-finish-load',
  'did-fail-load',
  'did-navigate',
  'did-navigate-in-page',
  'page-title-updated',
  'render-process-gone',
  'devtools-opened',
  'devtools-closed',
  'destroyed',
  // A page in Chromium never attaches a <webview>.
  'will-attach-webview',
]

const PREFERENCES = [
  'preload',
  'session',
  'partition',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInSubFrames',
  'nodeIntegrationInWorker',
  'webSecurity',
  'allowRunningInsecureContent',
  'webviewTag',
  'experimentalFeatures',
  'navigateOnDragDrop',
  'safeDialogs',
  'spellcheck',
  'devTools',
]

export interface WebPreferences {
  readonly preload?: string
  readonly session?: SessionFace
  readonly partition?: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
  readonly nodeIntegration?: boolean
}

export type WebContentsFace = ReturnType<typeof createFace>

export interface WebContents {
  readonly face: WebContentsFace
  readonly page: ShownPage
  readonly events: Events
  readonly navigation: Navigation
  readonly hasDevTools: boolean
  readonly isCrashed: boolean
  toggleDevTools(): void
  close(): void
}

interface Inside {
  readonly id: number
  readonly page: ShownPage
  readonly events: Events
  readonly navigation: Navigation
  readonly preloaded: Preloaded | undefined
  readonly session: SessionFace
  title: string
  isDestroyed: boolean
  isCrashed: boolean
  hasDevTools: boolean
  openHandler: WindowOpenHandler | undefined
}

const all = new Map<number, WebContents>()
let last = 0

export function createWebContents(preferences: WebPreferences = {}): WebContents {
  assertKnown('WebPreferences', preferences, PREFERENCES)
  assertIsolated(preferences)
  last += 1
  const id = last
  const events = createEvents('WebContents', EVENTS, () => face)
  const session = sessionFor(preferences)
  const made: { navigation?: Navigation; preloaded?: Preloaded } = {}
  const page = createShownPage(insideOf(session).context(), (shown) => {
    emulateTheme(shown)
    watchRequests(shown, events, insideOf(session))
    shown.on('Page.downloadWillBegin', () => insideOf(session).refuseDownload(face))
    made.navigation = watchNavigation(shown, events)
    if (preferences.preload !== undefined) {
      made.preloaded = runPreload(shown, preferences.preload, ({ channel, args }) => {
        // What a page has still sent when it is closed reaches nobody.
        if (!inside.isDestroyed) receiveFromPage(face, inside.navigation.url, channel, args)
      })
    }
  })
  if (!made.navigation) throw new Error('the page was not prepared')
  const state = { title: '', isDestroyed: false, isCrashed: false, hasDevTools: false, openHandler: undefined }
  const inside: Inside = { id, page, events, session, navigation: made.navigation, preloaded: made.preloaded, ...state }
  const face = createFace(inside)
  watchRenderer(inside)
  refusePopups(page, () => inside.openHandler)
  const contents: WebContents = {
    face,
    page,
    events,
    navigation: inside.navigation,
    get hasDevTools() {
      return inside.hasDevTools
    },
    get isCrashed() {
      return inside.isCrashed
    },
    toggleDevTools: () => setDevTools(inside, !inside.hasDevTools),
    close: () => close(inside),
  }
  all.set(id, contents)
  addFace(id, face)
  return contents
}

export function contentsOf(id: number | undefined): WebContents | undefined {
  return id === undefined ? undefined : all.get(id)
}

/** What the stand-in shows is isolated and in a sandbox; to show anything else as if it were would hide a mistake. */
function assertIsolated({ sandbox = true, contextIsolation = true, nodeIntegration = false }: WebPreferences): void {
  if (sandbox && contextIsolation && !nodeIntegration) return
  throw new Error('the stand-in has no pages outside of the sandbox')
}

function createFace(inside: Inside) {
  const { id, page, events, navigation } = inside
  return strict('WebContents', {
    ...events.members,
    id,
    session: inside.session,
    navigationHistory: strict('NavigationHistory', {
      canGoBack: () => navigation.index > 0,
      canGoForward: () => navigation.index < navigation.entries.length - 1,
      goBack: () => navigation.goTo(navigation.entries[navigation.index - 1]),
      goForward: () => navigation.goTo(navigation.entries[navigation.index + 1]),
    }),
    loadURL: (address: string) => navigation.load(address),
    getURL: () => navigation.url,
    getTitle: () => inside.title,
    isDestroyed: () => inside.isDestroyed,
    reload: () => navigation.reload(),
    focus: () => page.tell('Page.bringToFront'),
    close: () => close(inside),
    // Zooming is the system's, by roles of the menu that are not played here.
    getZoomFactor: () => 1,
    forcefullyCrashRenderer: () => crash(inside),
    send: (channel: string, ...args: unknown[]) => inside.preloaded?.send(channel, args),
    setWindowOpenHandler: (handler: WindowOpenHandler) => void (inside.openHandler = handler),
    openDevTools: () => setDevTools(inside, true),
  })
}

/** No tools appear: to the page and to the program it makes no difference. */
function setDevTools(inside: Inside, hasDevTools: boolean): void {
  if (inside.hasDevTools === hasDevTools) return
  inside.hasDevTools = hasDevTools
  inside.events.emit(hasDevTools ? 'devtools-opened' : 'devtools-closed')
}

function watchRenderer(inside: Inside): void {
  const { page, events } = inside
  page.onTitle((title) => {
    if (title === inside.title) return
    inside.title = title
    events.fire('page-title-updated', {}, title, true)
  })
  page.on('Inspector.targetCrashed', () => {
    inside.isCrashed = true
    events.fire('render-process-gone', {}, strict('RenderProcessGoneDetails', { reason: 'crashed', exitCode: 133 }))
  })
  page.on('Page.frameNavigated', () => (inside.isCrashed = false))
}

function close(inside: Inside): void {
  if (inside.isDestroyed) return
  inside.isDestroyed = true
  all.delete(inside.id)
  removeFace(inside.id)
  inside.events.emit('destroyed')
  inside.events.end()
  finishBeforeLeaving(inside.page.close())
}

/** It is never answered: the page is gone before it could. */
function crash({ page }: Pick<Inside, 'page'>): void {
  page.send('Page.crash').catch(() => undefined)
}

function find(id: number): WebContents {
  const contents = all.get(id)
  if (!contents) throw new Error(`no page has the number ${id}`)
  return contents
}

function whenNext({ face }: WebContents, event: string): Promise<void> {
  return new Promise((resolve) => face.once(event, () => resolve()))
}

async function whenWhole(contents: WebContents): Promise<void> {
  if (contents.isCrashed) await whenNext(contents, 'did-finish-load')
}

onOrder('wait until a page is whole', (id: number) => whenWhole(find(id)))
onOrder('crash a page', async (id: number) => {
  const contents = find(id)
  await whenWhole(contents)
  const gone = whenNext(contents, 'render-process-gone')
  crash(contents)
  await gone
})
