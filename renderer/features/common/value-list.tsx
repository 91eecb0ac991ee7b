import { CopyButton } from '../../components/copy-button.tsx'

interface ValueListProps {
  readonly values: readonly string[]
  /** Said where there is none. */
  readonly none: string
  readonly copyLabel: (value: string) => string
}

/** Values of the protocol, each of which somebody may want to copy. */
export function ValueList({ values, none, copyLabel }: ValueListProps) {
  if (values.length === 0) return <span className="text-ink-3">{none}</span>
  return (
    <ul className="-my-1">
      {values.map((value) => (
        <li key={value} className="flex items-start gap-1">
          <code className="min-w-0 flex-1 py-1 text-small wrap-anywhere">{value}</code>
          <CopyButton text={value} label={copyLabel(value)} />
        </li>
      ))}
    </ul>
  )
}
