/** How much of a long value is shown until somebody asks for all of it. */
export const SHOWN_AT_FIRST = 10_000

/** The first part of a text, cut at the end of a line where one is near. Never half of a surrogate pair. */
export function shorten(text: string, most: number = SHOWN_AT_FIRST): string {
  if (text.length <= most) return text
  const lineEnd = text.lastIndexOf('\n', most)
  if (lineEnd > most * 0.8) return text.slice(0, lineEnd)
  const last = text.codePointAt(most - 1) ?? 0
  return text.slice(0, last > 0xff_ff ? most - 1 : most)
}

/** "12 kB", "1.4 MB": for people, so in thousands. */
export function describeSize(characters: number): string {
  if (characters < 1000) return `${characters} characters`
  const [value, unit] = characters < 1_000_000 ? [characters / 1000, 'kB'] : [characters / 1_000_000, 'MB']
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} ${unit}`
}
