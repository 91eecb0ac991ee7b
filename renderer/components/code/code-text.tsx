import { useMemo } from 'react'
import type { CodeToken, Language, TokenKind } from './code-token.ts'
import { splitCode } from './split-code.ts'

const LOOKS: Readonly<Record<TokenKind, string | undefined>> = {
  plain: undefined,
  name: 'text-accent',
  string: 'text-good',
  number: 'text-warn',
  keyword: 'font-semibold text-accent',
  quiet: 'text-ink-3',
}

/** Past this many characters, colours cost more than they tell. */
const COLOURED_UP_TO = 50_000

export function CodeText({ code, language }: { readonly code: string; readonly language: Language }) {
  const tokens = useMemo(() => splitCode(code, code.length > COLOURED_UP_TO ? 'text' : language), [code, language])
  return <Tokens tokens={tokens} />
}

export function Tokens({ tokens }: { readonly tokens: readonly CodeToken[] }) {
  return tokens.map(({ kind, text }, index) => {
    const look = LOOKS[kind]
    if (look === undefined) return text
    return (
      // A token has no name but its place.
      <span key={index} className={look}>
        {text}
      </span>
    )
  })
}
