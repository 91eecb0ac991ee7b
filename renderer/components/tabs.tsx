import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface Tab<V extends string = string> {
  readonly id: V
  readonly title: ReactNode
  readonly content: ReactNode
}

export interface TabsProps<V extends string> {
  readonly label: string
  readonly tabs: readonly Tab<V>[]
  readonly value: V
  readonly onChange: (id: V) => void
  /** Fills its parent; what is in a tab scrolls. */
  readonly isFilling?: boolean | undefined
  readonly className?: string | undefined
}

export function Tabs<V extends string>({ label, tabs, value, onChange, isFilling = false, className }: TabsProps<V>) {
  function change(id: string): void {
    const tab = tabs.find((one) => one.id === id)
    if (tab !== undefined) onChange(tab.id)
  }

  return (
    <Radix.Root
      value={value}
      onValueChange={change}
      className={classNames('flex min-w-0 flex-col', isFilling && 'min-h-0 flex-1', className)}
    >
      <Radix.List
        aria-label={label}
        className="flex flex-none gap-0.5 overflow-x-auto border-b border-line px-2 [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px flex-none rounded-t-md border-b-2 border-transparent px-2 pt-2.5 pb-2 font-medium whitespace-nowrap text-ink-3 transition-colors hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink"
          >
            {tab.title}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          className={classNames('min-w-0 focus-visible:-outline-offset-2', isFilling && 'min-h-0 flex-1 overflow-auto')}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
