import { onOrder } from '../control.ts'
import { assertKnown, strict } from '../strict.ts'
import { focusedWindow } from '../windows.ts'
import { roleAccelerator, runRole } from './roles.ts'

export interface ItemTemplate {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly submenu?: readonly ItemTemplate[] | MenuFace
  readonly click?: (item: object, window: object | undefined, event: object) => void
}

const ITEM = ['id', 'label', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'submenu', 'click']

interface Item {
  readonly face: object
  readonly template: ItemTemplate
  readonly submenu: MenuFace | undefined
  readonly state: { checked: boolean; enabled: boolean; visible: boolean }
}

/** What a test is told of an item. */
export interface ItemView {
  readonly label: string
  readonly role?: string
  readonly accelerator?: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly items?: readonly ItemView[]
}

export type MenuFace = ReturnType<typeof createMenu>

const insides = new WeakMap<object, readonly Item[]>()
let applicationMenu: MenuFace | null = null

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly ItemTemplate[]) => createMenu(template),
  setApplicationMenu: (menu: MenuFace | null) => void (applicationMenu = menu),
  getApplicationMenu: () => applicationMenu,
})

function createMenu(template: readonly ItemTemplate[]) {
  const items = template.map(createItem)
  const menu = strict('Menu', {
    items: items.map(({ face }) => face),
    getMenuItemById: (id: string) => findItem(items, (item) => item.template.id === id)?.face ?? null,
  })
  insides.set(menu, items)
  return menu
}

function createItem(template: ItemTemplate): Item {
  assertKnown('MenuItem', template, ITEM)
  const { submenu, checked = false, enabled = true, visible = true } = template
  const menu = submenu === undefined || 'items' in submenu ? submenu : createMenu(submenu)
  const state = { checked, enabled, visible }
  const face = strict('MenuItem', {
    id: template.id ?? '',
    label: template.label ?? '',
    get checked() {
      return state.checked
    },
    set checked(given: boolean) {
      state.checked = given
    },
    get enabled() {
      return state.enabled
    },
    set enabled(given: boolean) {
      state.enabled = given
    },
  })
  return { face, template, submenu: menu, state }
}

function findItem(items: readonly Item[], fits: (item: Item) => boolean): Item | undefined {
  for (const item of items) {
    const found = fits(item) ? item : findItem(itemsOf(item.submenu), fits)
    if (found) return found
  }
  return undefined
}

function itemsOf(menu: MenuFace | null | undefined): readonly Item[] {
  return (menu && insides.get(menu)) ?? []
}

function click({ template, face, state }: Item, group: readonly Item[]): void {
  if (!state.enabled || !state.visible) throw new Error(`“${template.label}” cannot be chosen now`)
  if (template.type === 'checkbox') state.checked = !state.checked
  if (template.type === 'radio') for (const other of group) other.state.checked = other.face === face
  if (template.role !== undefined) runRole(template.role)
  else template.click?.(face, focusedWindow()?.face, {})
}

/** By the labels from the menu bar down, as a person's eye goes. */
export function choose(menu: MenuFace | null | undefined, labels: readonly string[]): void {
  const [label, ...rest] = labels
  const items = itemsOf(menu)
  const item = items.find(({ template }) => labelOf(template) === label)
  if (!item) throw new Error(`there is no “${label}” in this menu`)
  if (rest.length > 0) choose(item.submenu, rest)
  else click(item, items)
}

/** Without the mark of the letter that opens it. */
function labelOf({ label, role }: ItemTemplate): string {
  return (label ?? role ?? '').replace('&', '')
}

export function describeMenu(menu: MenuFace | null | undefined): readonly ItemView[] {
  return itemsOf(menu)
    .filter(({ template, state }) => template.type !== 'separator' && state.visible)
    .map(({ template, submenu, state: { enabled, checked } }) => {
      const { role, accelerator = roleAccelerator(role) } = template
      const optional = { ...(role !== undefined && { role }), ...(accelerator !== undefined && { accelerator }) }
      const items = submenu ? { items: describeMenu(submenu) } : {}
      return { label: labelOf(template), enabled, checked, ...optional, ...items }
    })
}

onOrder('describe the menu', () => describeMenu(applicationMenu))
onOrder('choose from the menu', (labels: readonly string[]) => choose(applicationMenu, labels))
onOrder('press an accelerator', (keys: string) => {
  const item = findItem(
    itemsOf(applicationMenu),
    ({ template }) => (template.accelerator ?? roleAccelerator(template.role)) === keys,
  )
  if (!item) throw new Error(`no item of the menu has the keys ${keys}`)
  click(item, [])
})
