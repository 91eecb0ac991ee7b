import type { MenuItemConstructorOptions as Item } from 'electron'
import { expect, test, vi } from 'vitest'

import type { ShellCommand } from '#shared/contract/events.ts'

import { buildMenu, type MenuChoices } from './menu-template.ts'

const none = () => undefined
const usual: MenuChoices = {
  isMac: false,
  theme: 'system',
  api: 'http://localhost:4401/api/v1',
  send: none,
  setTheme: none,
  openOutside: none,
}

function build(choices: Partial<MenuChoices> = {}): readonly Item[] {
  return buildMenu({ ...usual, ...choices }).flatMap(flatten)
}

function flatten(item: Item): readonly Item[] {
  return [item, ...(Array.isArray(item.submenu) ? item.submenu.flatMap(flatten) : [])]
}

function press(items: readonly Item[], label: string): void {
  const item = items.find((one) => one.label === label)
  // The arguments are Electron's own things, which none of these looks at.
  ;(item?.click as (() => void) | undefined)?.()
}

test.each([
  ['Settings…', 'settings'],
  ['Back', 'back'],
  ['Forward', 'forward'],
  ['Go to…', 'palette'],
  ['Keyboard shortcuts', 'shortcuts'],
])('%s is asked of the screens', (label, command) => {
  const send = vi.fn<(command: ShellCommand) => void>()
  press(build({ send }), label)
  expect(send).toHaveBeenCalledExactlyOnceWith(command)
})

test.each([true, false])('no two items have the same keys (macOS: %s)', (isMac) => {
  const keys = build({ isMac }).flatMap(({ accelerator }) => accelerator ?? [])
  expect(keys.length).toBeGreaterThan(3)
  expect(new Set(keys).size).toBe(keys.length)
})

test('quit, about and settings are where the platform has them', () => {
  const first = (isMac: boolean) => {
    const [menu] = buildMenu({ ...usual, isMac })
    return menu ? flatten(menu).map(({ role, label }) => role ?? label) : []
  }
  expect(first(true)).toEqual(expect.arrayContaining(['Valet Key', 'about', 'Settings…', 'quit']))
  expect(first(false)).toEqual(expect.arrayContaining(['&File', 'Settings…', 'quit']))
})

test('the theme that is chosen is the one that is marked', () => {
  const setTheme = vi.fn<() => void>()
  const items = build({ theme: 'dark', setTheme })
  expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Dark'])
  press(items, 'Light')
  expect(setTheme).toHaveBeenCalledExactlyOnceWith('light')
})

test('the documentation of the API opens in the browser, while there is one', () => {
  const openOutside = vi.fn<() => void>()
  press(build({ openOutside }), 'Management API documentation')
  expect(openOutside).toHaveBeenCalledExactlyOnceWith('http://localhost:4401/api/v1/docs')
  expect(build({ api: undefined }).find(({ id }) => id === 'api-documentation')).toMatchObject({ enabled: false })
})
