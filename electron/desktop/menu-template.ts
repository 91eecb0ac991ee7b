/** The native menu as data. What Electron knows how to do by itself is a role; the rest is asked of the screens. */
import type { MenuItemConstructorOptions as Item } from 'electron'

import { THEME_CHOICES, type ThemeChoice } from '#shared/contract/calls/shell.ts'
import type { ShellCommand } from '#shared/contract/events.ts'

export interface MenuChoices {
  readonly isMac: boolean
  readonly theme: ThemeChoice
  /** Undefined while the issuer does not run. */
  readonly api: string | undefined
  readonly send: (command: ShellCommand) => void
  readonly setTheme: (theme: ThemeChoice) => void
  readonly openOutside: (address: string) => unknown
}

const SEPARATOR: Item = { type: 'separator' }

export function buildMenu(choices: MenuChoices): Item[] {
  const { isMac } = choices
  return [
    ...(isMac ? [appMenu(choices)] : [fileMenu(choices)]),
    editMenu(isMac),
    viewMenu(choices),
    goMenu(choices),
    windowMenu(isMac),
    helpMenu(choices),
  ]
}

function settings({ send }: MenuChoices): Item {
  return { id: 'settings', label: 'Settings…', accelerator: 'CmdOrCtrl+,', click: () => send('settings') }
}

function appMenu(choices: MenuChoices): Item {
  return {
    label: 'Valet Key',
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings(choices),
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function fileMenu(choices: MenuChoices): Item {
  return { label: '&File', submenu: [settings(choices), SEPARATOR, { role: 'close' }, { role: 'quit' }] }
}

function editMenu(isMac: boolean): Item {
  return {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      ...(isMac ? [{ role: 'pasteAndMatchStyle' } as const] : []),
      { role: 'delete' },
      { role: 'selectAll' },
    ],
  }
}

const THEME_LABELS: Readonly<Record<ThemeChoice, string>> = {
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
}

function viewMenu({ theme, setTheme }: MenuChoices): Item {
  const themes = THEME_CHOICES.map((choice): Item => {
    const item = { id: `theme-${choice}`, label: THEME_LABELS[choice], type: 'radio' } as const
    return { ...item, checked: choice === theme, click: () => setTheme(choice) }
  })
  return {
    label: '&View',
    submenu: [
      { label: 'Appearance', submenu: themes },
      SEPARATOR,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      SEPARATOR,
      { role: 'reload' },
      { role: 'toggleDevTools' },
    ],
  }
}

function goMenu({ isMac, send }: MenuChoices): Item {
  return {
    label: '&Go',
    submenu: [
      { label: 'Back', accelerator: isMac ? 'Cmd+[' : 'Alt+Left', click: () => send('back') },
      { label: 'Forward', accelerator: isMac ? 'Cmd+]' : 'Alt+Right', click: () => send('forward') },
      SEPARATOR,
      { label: 'Go to…', accelerator: 'CmdOrCtrl+K', click: () => send('palette') },
    ],
  }
}

function windowMenu(isMac: boolean): Item {
  const more: Item[] = isMac ? [SEPARATOR, { role: 'front' }] : [{ role: 'close' }]
  return { label: '&Window', role: 'window', submenu: [{ role: 'minimize' }, { role: 'zoom' }, ...more] }
}

function helpMenu({ isMac, api, send, openOutside }: MenuChoices): Item {
  const documentation: Item = {
    id: 'api-documentation',
    label: 'Management API documentation',
    enabled: api !== undefined,
    click: () => openOutside(`${api}/docs`),
  }
  return {
    label: '&Help',
    role: 'help',
    submenu: [
      { label: 'Keyboard shortcuts', click: () => send('shortcuts') },
      documentation,
      ...(isMac ? [] : [SEPARATOR, { role: 'about' } as const]),
    ],
  }
}
