import type { FittedColumns } from './columns.ts'
import { ROW_LOOK } from './exchange-row.tsx'
import { TEXT } from './text.ts'

export function ColumnTitles({ fitted }: { readonly fitted: FittedColumns }) {
  return (
    <div
      aria-hidden
      className={`${ROW_LOOK} h-auto! flex-none border-b border-line py-1.5 text-tiny text-ink-3 [scrollbar-gutter:stable]`}
      style={{ gridTemplateColumns: fitted.template }}
    >
      {fitted.columns.map(({ id, isAtEnd = false }) => (
        <span key={id} className={`truncate ${isAtEnd ? 'text-right' : ''}`}>
          {TEXT.columns[id]}
        </span>
      ))}
    </div>
  )
}
