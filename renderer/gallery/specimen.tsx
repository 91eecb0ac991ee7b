import { type ReactNode, useId } from 'react'

export interface SpecimenProps {
  /** The component's name, by which a test finds it. */
  readonly name: string
  readonly children: ReactNode
}

/** One primitive with all that it can look like. */
export function Specimen({ name, children }: SpecimenProps) {
  const id = useId()
  return (
    <section data-specimen={name} aria-labelledby={id} className="flex min-w-0 flex-col gap-3 bg-bg px-4 py-3">
      <h2 id={id} className="text-small font-semibold text-ink-3">
        {name}
      </h2>
      {children}
    </section>
  )
}

export interface StateProps {
  readonly name: string
  /** Shown as if the pointer or the focus were there. */
  readonly force?: 'hover' | 'focus' | undefined
  readonly children: ReactNode
}

export function State({ name, force, children }: StateProps) {
  return (
    <div data-state={name} data-force={force} className="flex min-w-0 flex-col gap-1.5">
      <span className="text-tiny text-ink-3">{name}</span>
      <div className="flex min-w-0 flex-wrap items-start gap-2">{children}</div>
    </div>
  )
}

export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="flex min-w-0 flex-wrap items-start gap-x-6 gap-y-3">{children}</div>
}
