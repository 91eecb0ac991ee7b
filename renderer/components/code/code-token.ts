export type TokenKind = 'plain' | 'name' | 'string' | 'number' | 'keyword' | 'quiet'

export interface CodeToken {
  readonly kind: TokenKind
  readonly text: string
}

export type Language = 'json' | 'http' | 'form' | 'text' | 'shell' | 'javascript' | 'python'

/** A pattern that matches at one place only (`y`), and what it finds there. */
export type TokenRule = readonly [pattern: RegExp, kind: TokenKind]

/** Splits a text by rules tried in order. What no rule knows stays plain, so nothing is lost or doubled. */
export function splitByRules(text: string, rules: readonly TokenRule[]): readonly CodeToken[] {
  const tokens: CodeToken[] = []
  let at = 0
  while (at < text.length) {
    const { kind, text: found } = tokenAt(text, at, rules)
    const last = tokens.at(-1)
    if (last?.kind === kind) tokens[tokens.length - 1] = { kind, text: last.text + found }
    else tokens.push({ kind, text: found })
    at += found.length
  }
  return tokens
}

function tokenAt(text: string, at: number, rules: readonly TokenRule[]): CodeToken {
  for (const [pattern, kind] of rules) {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    if (found !== undefined && found !== '') return { kind, text: found }
  }
  return { kind: 'plain', text: text.charAt(at) }
}
