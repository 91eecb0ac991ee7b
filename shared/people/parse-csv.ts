export interface Csv {
  readonly rows: readonly (readonly string[])[]
  readonly problem?: string
}

/** RFC 4180, with the semicolon or the tab that spreadsheets of some countries put in place of the comma. */
export function parseCsv(text: string): Csv {
  const separator = findSeparator(text)
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[index + 1] === '"') cell += text[++index]
      else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === separator) endCell()
    else if (character === '\n') {
      endCell()
      rows.push([])
    } else if (character !== '\r') cell += character
  }
  endCell()
  if (isQuoted) return { rows: [], problem: 'A quotation mark is opened in it and not closed.' }
  return { rows: rows.filter((row) => row.some((value) => value !== '')) }

  function endCell(): void {
    rows.at(-1)?.push(cell)
    cell = ''
  }
}

function findSeparator(text: string): string {
  const [header = ''] = text.split('\n', 1)
  return [',', ';', '\t'].find((candidate) => header.includes(candidate)) ?? ','
}
