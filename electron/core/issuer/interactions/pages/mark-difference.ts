/** A value cut where it begins and ceases to differ from another. */
export interface MarkedValue {
  readonly before: string
  readonly differing: string
  readonly after: string
}

export interface Difference {
  readonly sent: MarkedValue
  readonly registered: MarkedValue
}

/** The part between what the two have in common at the start and at the end. Letters, not bytes, are compared. */
export function markDifference(sent: string, registered: string): Difference {
  const [one, other] = [[...sent], [...registered]]
  const shorter = Math.min(one.length, other.length)
  const start = countWhile(shorter, (index) => one[index] === other[index])
  const end = countWhile(shorter - start, (index) => one.at(-1 - index) === other.at(-1 - index))
  return { sent: cut(one, start, end), registered: cut(other, start, end) }
}

function countWhile(limit: number, holds: (index: number) => boolean): number {
  let count = 0
  while (count < limit && holds(count)) count += 1
  return count
}

function cut(letters: readonly string[], start: number, end: number): MarkedValue {
  const until = letters.length - end
  return {
    before: letters.slice(0, start).join(''),
    differing: letters.slice(start, until).join(''),
    after: letters.slice(until).join(''),
  }
}
