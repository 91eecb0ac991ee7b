/** What the items do that the system itself knows how to do, as far as the program hears of it. */
import { focusedWindow } from '../windows.ts'
import { app } from './app.ts'
import { contentsOf } from './web-contents.ts'

interface Role {
  readonly accelerator: string
  readonly run: () => void
}

const front = () => contentsOf(focusedWindow()?.contents.id)

const ROLES: Readonly<Record<string, Role>> = {
  quit: { accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: { accelerator: 'CommandOrControl+W', run: () => void focusedWindow()?.close() },
  reload: { accelerator: 'CommandOrControl+R', run: () => front()?.face.reload() },
  toggleDevTools: { accelerator: 'Control+Shift+I', run: () => front()?.toggleDevTools() },
}

/** The rest stays between the system and the page: editing, zooming, the panel that says what the program is. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'undo',
  'redo',
  'cut',
  'copy',
  'paste',
  'pasteAndMatchStyle',
  'delete',
  'selectAll',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'minimize',
  'zoom',
  'front',
  'window',
  'help',
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
])

/** A role that is not known here is a mistake, in the menu or here. */
export function assertRole(role: string): void {
  if (!ELSEWHERE.has(role)) find(role)
}

export function roleAccelerator(role: string | undefined): string | undefined {
  if (role === undefined || ELSEWHERE.has(role)) return undefined
  return find(role).accelerator
}

export function runRole(role: string): void {
  if (ELSEWHERE.has(role)) throw new Error(`the system does “${role}” without the program`)
  find(role).run()
}

function find(role: string): Role {
  const known = ROLES[role]
  if (!known) throw new Error(`the stand-in has no role “${role}”`)
  return known
}
