export interface LoadingProps {
  /** What is awaited: "Loading the applications". */
  readonly label: string
  readonly rows?: number | undefined
}

const WIDTHS = ['w-3/5', 'w-4/5', 'w-2/5', 'w-3/4', 'w-1/2']

/** Rows of nothing yet. They come after a moment, so that what is there at once does not flicker. */
export function Loading({ label, rows = 5 }: LoadingProps) {
  return (
    <output aria-busy="true" className="animate-late flex min-w-0 flex-col gap-3 p-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="flex items-center gap-3" aria-hidden>
          <span className="h-3 w-16 flex-none rounded-sm bg-line" />
          <span className={`h-3 rounded-sm bg-line ${WIDTHS[row % WIDTHS.length] ?? ''}`} />
        </span>
      ))}
    </output>
  )
}
