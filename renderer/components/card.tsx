import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title?: ReactNode
  /** At the right of the title: a count, a hint, small buttons. */
  readonly aside?: ReactNode
  /** Without inner space, for a table or a list that goes from edge to edge. */
  readonly isFlush?: boolean | undefined
  readonly headingLevel?: 2 | 3 | undefined
}

export function Card({ title, aside, isFlush = false, headingLevel = 2, className, children, ...rest }: CardProps) {
  const id = useId()
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      {...rest}
      className={classNames(
        'flex min-h-0 min-w-0 flex-col overflow-hidden rounded-card border border-line bg-panel shadow-card',
        className,
      )}
    >
      {title !== undefined && (
        <header className="flex min-h-9 flex-none flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-3 py-1.5">
          <Heading id={id} className="min-w-0 text-small font-semibold wrap-anywhere">
            {title}
          </Heading>
          {aside !== undefined && <div className="ml-auto min-w-0 text-tiny text-ink-3">{aside}</div>}
        </header>
      )}
      <div className={classNames('flex min-h-0 min-w-0 flex-1 flex-col', !isFlush && 'gap-3 px-3.5 py-3')}>
        {children}
      </div>
    </section>
  )
}
