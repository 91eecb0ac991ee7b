/** Where the item with this key is now, looked for outwards from where it was. -1 when it is gone. */
export function findNear<T>(items: readonly T[], keyOf: (item: T) => string, key: string, from: number): number {
  const start = Math.min(Math.max(from, 0), items.length - 1)
  for (let distance = 0; distance < items.length; distance++) {
    for (const index of distance === 0 ? [start] : [start + distance, start - distance]) {
      const item = items[index]
      if (item !== undefined && keyOf(item) === key) return index
    }
  }
  return -1
}
