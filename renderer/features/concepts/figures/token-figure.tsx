import { useMemo } from 'react'

import type { TokenFigure as Token } from '#shared/teach/concepts/concept.ts'
import type { EntryContext } from '#shared/teach/contexts.ts'
import { decodeJwt } from '#shared/tokens/decode-jwt.ts'

import { Card } from '../../../components/card.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { formatMoment } from '../../common/format-time.ts'
import { useDictionary } from '../../common/use-dictionary.ts'
import { TEXT } from '../text.ts'

const words = TEXT.token
/** Seconds since the epoch (RFC 7519 section 2, NumericDate). */
const TIMES: ReadonlySet<string> = new Set(['iat', 'exp', 'nbf', 'auth_time'])

/** The string that travels, and what stands in it. */
export function TokenFigure({ figure: { label, token } }: { readonly figure: Token }) {
  const decoded = useMemo(() => decodeJwt(token), [token])
  const [header, claims, signature] = token.split('.')
  if (decoded === undefined) return null
  return (
    <Card isFlush title={label} headingLevel={3}>
      <p className="border-b border-line bg-sunken px-3.5 py-2.5 font-mono text-small wrap-anywhere">
        <span className="text-accent">{header}</span>.<span className="text-ink">{claims}</span>.
        <span className="text-ink-3">{signature}</span>
      </p>
      <Part title={words.header} members={decoded.header} context="JOSE header" look="text-accent" />
      <Part title={words.claims} members={decoded.claims} context="access token" look="text-ink" />
      <p className="border-t border-line px-3.5 py-2.5 text-ink-2">{words.signature}</p>
    </Card>
  )
}

interface PartProps {
  readonly title: string
  readonly members: Readonly<Record<string, unknown>>
  readonly context: EntryContext
  readonly look: string
}

function Part({ title, members, context, look }: PartProps) {
  const dictionary = useDictionary()
  return (
    <div className="border-t border-line first-of-type:border-t-0">
      <h4 className={`px-3.5 pt-2.5 pb-1 font-semibold ${look}`}>{title}</h4>
      <DefinitionList
        items={Object.entries(members).map(([name, value]) => ({
          term: name,
          mono: true,
          value: show(name, value),
          hint: dictionary?.explain(name, { context })?.summary ?? words.loading,
        }))}
      />
    </div>
  )
}

function show(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return TIMES.has(name) && typeof value === 'number' ? `${text} (${formatMoment(value * 1000)})` : text
}
