import { onOrder } from '../control.ts'
import { assertKnown, strict } from '../strict.ts'
import { focusedWindow } from '../windows.ts'
import { assertRole, roleAccelerator, runRole } from './roles.ts'

export interface ItemTemplate {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly accelerator?: string
  readonly enabled?: boolean
  readonly visible?: boolean
  readonly checked?: boolean
  readonly submenu?: readonly ItemTemplate[]
  readonly click?: (item: object, window: object | undefined, event: object) => void
}

const ITEM = ['id', 'label', 'role', 'type', 'accelerator', 'enabled', 'visible', 'checked', 'submenu', 'click']

interface Item extends ItemTemplate {
  readonly items: readonly Item[]
  isChecked: boolean
}

/** What a test is told of an item. */
export interface ItemView {
  readonly label: string
  readonly accelerator?: string
  readonly enabled: boolean
  readonly checked: boolean
  readonly items: readonly ItemView[]
}

/** What the program has in its hands; nothing in it is asked for. */
export type MenuFace = object

const insides = new WeakMap<MenuFace, readonly Item[]>()
let applicationMenu: MenuFace | null = null

export const Menu = strict('Menu', {
  buildFromTemplate(template: readonly ItemTemplate[]): MenuFace {
    const menu = strict('Menu', {})
    insides.set(menu, template.map(createItem))
    return menu
  },
  setApplicationMenu: (menu: MenuFace | null) => void (applicationMenu = menu),
})

function createItem(template: ItemTemplate): Item {
  assertKnown('MenuItem', template, ITEM)
  if (template.role !== undefined) assertRole(template.role)
  return { ...template, items: (template.submenu ?? []).map(createItem), isChecked: template.checked ?? false }
}

function itemsOf(menu: MenuFace | null): readonly Item[] {
  return (menu && insides.get(menu)) ?? []
}

/** Without the mark of the letter that opens it. */
function labelOf({ label, role }: Item): string {
  return (label ?? role ?? '').replace('&', '')
}

function click(item: Item, group: readonly Item[]): void {
  if (item.enabled === false || item.visible === false) throw new Error(`“${labelOf(item)}” cannot be chosen now`)
  if (item.type === 'checkbox') item.isChecked = !item.isChecked
  if (item.type === 'radio') for (const other of group) other.isChecked = other === item
  if (item.role !== undefined) runRole(item.role)
  else item.click?.(strict('MenuItem', {}), focusedWindow()?.face, strict('KeyboardEvent', {}))
}

/** By the labels from the top down, as a person's eye goes. */
export function choose(menu: MenuFace | null, labels: readonly string[]): void {
  let group = itemsOf(menu)
  for (const [index, label] of labels.entries()) {
    const item = group.find((one) => labelOf(one) === label)
    if (!item) throw new Error(`there is no “${label}” in this menu`)
    if (index === labels.length - 1) click(item, group)
    else group = item.items
  }
}

export function describeMenu(menu: MenuFace | null): readonly ItemView[] {
  return itemsOf(menu).flatMap(describe)
}

function describe(item: Item): readonly ItemView[] {
  const { type, visible = true, enabled = true, isChecked: checked, items, role } = item
  if (type === 'separator' || !visible) return []
  const accelerator = item.accelerator ?? roleAccelerator(role)
  const keys = accelerator === undefined ? {} : { accelerator }
  return [{ label: labelOf(item), ...keys, enabled, checked, items: items.flatMap(describe) }]
}

function press(keys: string, group: readonly Item[]): boolean {
  const item = group.find(({ accelerator, role }) => (accelerator ?? roleAccelerator(role)) === keys)
  if (item) click(item, group)
  return item !== undefined || group.some(({ items }) => press(keys, items))
}

onOrder('describe the menu', () => describeMenu(applicationMenu))
onOrder('choose from the menu', (labels: readonly string[]) => choose(applicationMenu, labels))
onOrder('press an accelerator', (keys: string) => {
  if (!press(keys, itemsOf(applicationMenu))) throw new Error(`no item of the menu has the keys ${keys}`)
})
