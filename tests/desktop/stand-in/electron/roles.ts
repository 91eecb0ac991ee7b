/** What the items do that the system itself knows how to do. */
import { focusedWindow } from '../windows.ts'
import { app } from './app.ts'
import { contentsOf } from './web-contents.ts'

interface Role {
  readonly accelerator?: string
  readonly run?: () => void
}

/** To the page in front, which does the rest by itself. */
function edit(command: string): Role {
  return {
    run: () =>
      contentsOf(focusedWindow()?.contents.id)?.page.tell('Runtime.evaluate', {
        expression: `document.execCommand('${command}')`,
        userGesture: true,
      }),
  }
}

const front = () => contentsOf(focusedWindow()?.contents.id)?.face

const ROLES: Readonly<Record<string, Role>> = {
  quit: { accelerator: 'CommandOrControl+Q', run: () => app.quit() },
  close: { accelerator: 'CommandOrControl+W', run: () => void focusedWindow()?.close() },
  reload: { accelerator: 'CommandOrControl+R', run: () => front()?.reload() },
  forceReload: { accelerator: 'Shift+CommandOrControl+R', run: () => front()?.reloadIgnoringCache() },
  toggleDevTools: { accelerator: 'Control+Shift+I', run: () => front()?.toggleDevTools() },
  undo: { accelerator: 'CommandOrControl+Z', ...edit('undo') },
  redo: { accelerator: 'Control+Y', ...edit('redo') },
  cut: { accelerator: 'CommandOrControl+X', ...edit('cut') },
  copy: { accelerator: 'CommandOrControl+C', ...edit('copy') },
  paste: { accelerator: 'CommandOrControl+V', ...edit('paste') },
  delete: edit('delete'),
  selectAll: { accelerator: 'CommandOrControl+A', ...edit('selectAll') },
}

/** Shown by the system; nothing in the program hears of them. */
const ELSEWHERE = new Set([
  'minimize',
  'zoom',
  'resetZoom',
  'zoomIn',
  'zoomOut',
  'togglefullscreen',
  'front',
  'about',
  'services',
  'hide',
  'hideOthers',
  'unhide',
  'window',
  'help',
  'appMenu',
  'editMenu',
  'pasteAndMatchStyle',
  'windowMenu',
  'fileMenu',
  'viewMenu',
])

export function roleAccelerator(role: string | undefined): string | undefined {
  return role === undefined ? undefined : ROLES[role]?.accelerator
}

export function runRole(role: string): void {
  const known = ROLES[role]
  if (known?.run) return known.run()
  throw new Error(ELSEWHERE.has(role) ? `the system does “${role}” by itself` : `the stand-in has no role “${role}”`)
}
