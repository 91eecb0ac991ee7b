import { CircleCheck, CircleX, KeyRound, LockKeyhole } from 'lucide-react'

import { Card } from '../../../../components/card.tsx'
import { CodeBlock } from '../../../../components/code-block.tsx'
import { EmptyState } from '../../../../components/empty-state.tsx'
import { Parameters } from '../../../common/parameters.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import type { DecodedJwt } from '#shared/tokens/decode-jwt.ts'
import { listTokens, type TokenView } from '#shared/flows/list-tokens.ts'
import { TokenHashes } from './token-hashes.tsx'
import { OpenToken } from '../../../common/tokens/open-token.tsx'
import { TokenTimes } from '../../../common/tokens/token-times.tsx'

const words = TEXT.tokens

export function Tokens({ walk: { run, steps, recording } }: { readonly walk: Walk }) {
  const tokens = recording?.tokens ?? listTokens(run, steps)
  if (tokens.length === 0) return <EmptyState icon={<KeyRound />} title={words.noneTitle} text={words.none} />
  return (
    <div className="flex min-w-0 flex-col gap-3 px-3.5 py-3">
      {tokens.map((token) => (
        <Token key={token.name} token={token} />
      ))}
    </div>
  )
}

function Token({ token }: { readonly token: TokenView }) {
  const { name, text, isSecret, from, jwt, context, hashes } = token
  return (
    <Card headingLevel={2} title={<code>{name}</code>} aside={words.from(from)} className="shadow-none!">
      {isSecret && (
        <p className="flex items-center gap-1.5 text-small text-warn">
          <LockKeyhole className="size-3.5 flex-none" aria-hidden /> {TEXT.secret}.
        </p>
      )}
      {jwt === undefined && <p className="text-ink-2">{words.opaque}</p>}
      {jwt !== undefined && (
        <>
          <Signature token={token} />
          <TokenTimes claims={jwt.claims} />
          <TokenHashes hashes={hashes} alg={jwt.header['alg']} />
          <h3 className="text-small font-semibold">{words.header}</h3>
          <Parameters parameters={listMembers(jwt.header)} context="JOSE header" />
          <h3 className="text-small font-semibold">{words.claims}</h3>
          <Parameters parameters={listMembers(jwt.claims)} context={context} />
        </>
      )}
      <CodeBlock code={text} label={words.raw} />
      <div>
        <OpenToken token={text} />
      </div>
    </Card>
  )
}

function Signature({ token: { name, signature } }: { readonly token: TokenView }) {
  if (signature === undefined || signature.outcome === 'skipped') {
    return <p className="text-small text-ink-3">{name === 'access_token' ? words.forApi : words.unchecked}</p>
  }
  return signature.outcome === 'passed' ? (
    <p className="flex items-center gap-1.5 text-small font-semibold text-good">
      <CircleCheck className="size-4" aria-hidden /> {words.valid}
      <code className="font-normal text-ink-3">{signature.found}</code>
    </p>
  ) : (
    <p className="flex items-center gap-1.5 text-small font-semibold text-bad">
      <CircleX className="size-4" aria-hidden /> {words.invalid}: {signature.explanation}
    </p>
  )
}

function listMembers(members: DecodedJwt['claims']) {
  return Object.entries(members).map(([name, value]) => ({
    name,
    value: typeof value === 'string' ? value : JSON.stringify(value),
  }))
}
