export interface Range {
  readonly start: number
  readonly end: number
}

export interface MemberRange extends Range {
  readonly name: string
}

/** Where each member of the outermost object stands in its JSON text, name and value; those that stand twice, twice. */
export function listMembers(json: string): readonly MemberRange[] {
  const members: MemberRange[] = []
  let depth = 0
  let start: number | undefined
  let name = ''
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at]
    if (sign === '"') {
      const end = endOfString(json, at)
      if (depth === 1 && start === undefined) {
        start = at
        name = readString(json.slice(at, end))
      }
      at = end - 1
    } else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    const isOver = (sign === ',' && depth === 1) || depth === 0
    if (isOver && start !== undefined) {
      members.push({ name, start, end: start + json.slice(start, at).trimEnd().length })
      start = undefined
    }
  }
  return members
}

function endOfString(json: string, from: number): number {
  for (let at = from + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1
    else if (json[at] === '"') return at + 1
  }
  return json.length
}

function readString(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

/** The characters of the base64url text in which a piece of what it stands for is, if only in part. */
export function toEncodedRange(text: string, { start, end }: Range): Range {
  const before = bytesOf(text.slice(0, start))
  const upTo = before + bytesOf(text.slice(start, end))
  return { start: Math.floor((before * 4) / 3), end: Math.ceil((upTo * 4) / 3) }
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}
