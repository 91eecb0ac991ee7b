import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface MenuAction {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: ReactNode
  /** Makes it one that can be on or off. */
  readonly isChecked?: boolean | undefined
  readonly isDisabled?: boolean | undefined
  readonly isDangerous?: boolean | undefined
  readonly onSelect: () => void
}

export interface MenuHeading {
  readonly id: string
  readonly heading: string
}

export type MenuItem = MenuAction | MenuHeading | 'separator'

export interface MenuProps {
  /** The button that opens it; its name is the menu's name too. */
  readonly trigger: ReactElement
  readonly items: readonly MenuItem[]
  readonly align?: 'start' | 'end' | undefined
}

const ITEM_LOOK =
  'flex min-h-7 cursor-pointer items-start gap-2 rounded-md px-2 py-1 outline-none data-disabled:cursor-default ' +
  'data-disabled:text-ink-3 data-highlighted:bg-accent-soft [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:flex-none'

export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) max-w-80 min-w-44 overflow-y-auto rounded-card border border-line-strong bg-panel p-1 shadow-card"
        >
          {items.map((item, index) => (
            <Entry key={item === 'separator' ? `separator-${index}` : item.id} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Entry({ item }: { readonly item: MenuItem }) {
  if (item === 'separator') return <Radix.Separator className="mx-2 my-1 h-px bg-line" />
  if ('heading' in item) {
    return <Radix.Label className="px-2 pt-1.5 pb-0.5 text-tiny font-semibold text-ink-3">{item.heading}</Radix.Label>
  }
  const look = classNames(ITEM_LOOK, item.isDangerous === true && 'text-bad')
  const shared = { className: look, disabled: item.isDisabled ?? false, onSelect: item.onSelect }
  if (item.isChecked === undefined) {
    return (
      <Radix.Item {...shared}>
        {item.icon}
        <Words item={item} />
      </Radix.Item>
    )
  }
  return (
    <Radix.CheckboxItem {...shared} checked={item.isChecked}>
      <span className="size-4 flex-none text-accent">{item.isChecked && <Check aria-hidden />}</span>
      <Words item={item} />
    </Radix.CheckboxItem>
  )
}

function Words({ item }: { readonly item: MenuAction }) {
  return (
    <span className="min-w-0 flex-1 wrap-anywhere">
      {item.label}
      {item.hint !== undefined && <span className="block text-small text-ink-3">{item.hint}</span>}
    </span>
  )
}
