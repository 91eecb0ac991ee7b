interface ImpossibleProps {
  readonly title: string
  readonly items: readonly { readonly id: string; readonly name: string; readonly why: string }[]
}

/** What cannot be picked, and why. */
export function Impossible({ title, items }: ImpossibleProps) {
  if (items.length === 0) return null
  return (
    <details className="text-small text-ink-3">
      <summary className="w-fit rounded-sm hover:text-ink">{title}</summary>
      <ul className="mt-1.5 flex max-h-56 flex-col gap-1.5 overflow-auto">
        {items.map(({ id, name, why }) => (
          <li key={id} className="wrap-anywhere">
            <b className="text-ink-2">{name}</b>: {why}
          </li>
        ))}
      </ul>
    </details>
  )
}
