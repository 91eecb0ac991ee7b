/** What went wrong while nobody was asking: written down each time, shown once. */

export interface ProblemOptions {
  readonly write: (line: string) => void
  /** Resolves when the person has read it. */
  readonly show: (message: string) => Promise<unknown>
}

/** A disk that is full says so with every commit; whoever has read it this often knows. */
const MOST_SHOWN = 5

export function createProblems({ write, show }: ProblemOptions): (message: string) => void {
  const seen = new Set<string>()
  let turn: Promise<unknown> = Promise.resolve()
  return (message) => {
    write(`${message}\n`)
    if (seen.has(message) || seen.size >= MOST_SHOWN) return
    seen.add(message)
    turn = turn.then(() => show(message)).catch(() => undefined)
  }
}
