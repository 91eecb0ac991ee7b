import { onOrder } from '../control.ts'
import { createEvents } from '../emitter.ts'
import { assertKnown, strict } from '../strict.ts'
import {
  addWindow,
  focusedWindow,
  type OpenWindow,
  openWindows,
  removeWindow,
  setFocused,
  whenWindow,
} from '../windows.ts'
import { type Bounds, screen } from './screen.ts'
import { createWebContents, type WebPreferences } from './web-contents.ts'
import { describeView, sizePage } from './web-contents-view.ts'

const EVENTS = [
  'close',
  'closed',
  'show',
  'hide',
  'focus',
  'resize',
  'move',
  'maximize',
  'minimize',
  'restore',
  'ready-to-show',
  'page-title-updated',
  'unresponsive',
  'responsive',
]

const OPTIONS = [
  'title',
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'show',
  'icon',
  'backgroundColor',
  'autoHideMenuBar',
  'webPreferences',
]

interface WindowOptions extends Partial<Bounds> {
  readonly title?: string
  readonly minWidth?: number
  readonly minHeight?: number
  readonly show?: boolean
  readonly backgroundColor?: string
  readonly webPreferences?: WebPreferences
}

function construct(options: WindowOptions = {}): object {
  assertKnown('BrowserWindowOptions', options, OPTIONS)
  return createWindow(options).face
}

export const BrowserWindow = strict('BrowserWindow', construct)

function createWindow(options: WindowOptions): OpenWindow {
  const contents = createWebContents(options.webPreferences)
  const events = createEvents('BrowserWindow', EVENTS, () => face)
  const id = contents.face.id
  const views: object[] = []
  const state = {
    isVisible: false,
    isMaximized: false,
    isMinimized: false,
    isDestroyed: false,
    title: options.title ?? 'valetkey',
  }
  let backgroundColor = options.backgroundColor
  let normal = centred(options)

  const bounds = (): Bounds => (state.isMaximized ? workAreaOf(normal) : normal)
  const resize = () => sizePage(contents, bounds())
  const setBounds = (given: Partial<Bounds>) => {
    normal = atLeast({ ...normal, ...given }, options)
    resize()
    events.emit('resize')
    events.emit('move')
  }
  const change = (name: 'isMaximized' | 'isMinimized' | 'isVisible', to: boolean, event: string) => {
    if (state[name] === to) return
    state[name] = to
    resize()
    events.emit(event)
  }
  const focus = () => {
    if (focusedWindow() === window) return
    setFocused(window)
    events.emit('focus')
  }

  const face = strict('BrowserWindow', {
    ...events.members,
    id,
    webContents: contents.face,
    contentView: strict('View', {
      addChildView: (view: object) => void views.push(view),
      removeChildView: (view: object) => void views.splice(views.indexOf(view), 1),
    }),
    loadURL: (address: string) => contents.face.loadURL(address),
    getNormalBounds: () => normal,
    getContentBounds: bounds,
    setBounds,
    maximize: () => (change('isVisible', true, 'show'), change('isMaximized', true, 'maximize')),
    isMaximized: () => state.isMaximized,
    minimize: () => change('isMinimized', true, 'minimize'),
    restore: () => change('isMinimized', false, 'restore'),
    isMinimized: () => state.isMinimized,
    show: () => (change('isVisible', true, 'show'), focus()),
    hide: () => change('isVisible', false, 'hide'),
    focus,
    setBackgroundColor: (color: string) => void (backgroundColor = color),
    isDestroyed: () => state.isDestroyed,
    close,
    destroy,
  })

  /** False when the program keeps it open. */
  function close(): boolean {
    if (state.isDestroyed) return true
    if (events.fire('close')) return false
    destroy()
    return true
  }

  function destroy(): void {
    if (state.isDestroyed) return
    state.isDestroyed = true
    contents.close()
    events.emit('closed')
    removeWindow(window)
  }

  const window: OpenWindow = {
    id,
    face,
    contents: contents.face,
    close,
    destroy,
    resize: setBounds,
    minimize: face.minimize,
    sizeContent: (size) => sizePage(contents, size),
    async describe() {
      const { id: target } = await contents.page.target
      const { isDestroyed: _, ...shown } = state
      const isFocused = focusedWindow() === window
      return {
        id,
        ...shown,
        isFocused,
        bounds: bounds(),
        target,
        backgroundColor,
        views: await Promise.all(views.map(describeView)),
      }
    },
  }
  contents.face.once('did-finish-load', () => events.emit('ready-to-show'))
  contents.face.on('page-title-updated', (_event: object, title: string) => {
    if (!events.fire('page-title-updated', {}, title, true)) state.title = title
  })
  addWindow(window)
  resize()
  if (options.show ?? true) face.show()
  return window
}

function centred(options: WindowOptions): Bounds {
  const { width = 800, height = 600 } = options
  const area = screen.getPrimaryDisplay()?.workArea ?? { x: 0, y: 0, width, height }
  const { x = area.x + Math.round((area.width - width) / 2), y = area.y + Math.round((area.height - height) / 2) } =
    options
  return atLeast({ x, y, width, height }, options)
}

function atLeast(bounds: Bounds, { minWidth = 0, minHeight = 0 }: WindowOptions): Bounds {
  return { ...bounds, width: Math.max(bounds.width, minWidth), height: Math.max(bounds.height, minHeight) }
}

function workAreaOf({ x, y }: Bounds): Bounds {
  const displays = screen.getAllDisplays()
  const on = displays.find(({ bounds: b }) => x >= b.x && y >= b.y && x < b.x + b.width && y < b.y + b.height)
  return (on ?? displays[0])?.workArea ?? { x: 0, y: 0, width: 0, height: 0 }
}

const find = (id: number) => {
  const window = openWindows().find((one) => one.id === id)
  if (!window) throw new Error(`there is no window ${id}`)
  return window
}

onOrder('wait for a window', async () => (await whenWindow()).describe())
onOrder('list the windows', () => Promise.all(openWindows().map((window) => window.describe())))
onOrder('close a window', (id: number) => find(id).close())
onOrder('minimise the window', async () => (await whenWindow()).minimize())
onOrder('size the page', async (size: Pick<Bounds, 'width' | 'height'>) => (await whenWindow()).sizeContent(size))
onOrder('move a window', ({ id, ...bounds }: { id: number } & Partial<Bounds>) => find(id).resize(bounds))
