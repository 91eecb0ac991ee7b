import type { Tried } from '#shared/contract/calls/apis.ts'
import type { Attempted } from '#shared/contract/calls/tokens.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { exchangeAddress, issuedTokenAddress } from '../../../frame/addresses.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.trial

export function TrialOutcome({
  outcome: { token, refused, exchanges, call, unreachable },
}: {
  readonly outcome: Tried
}) {
  const last = exchanges.at(-1)
  return (
    <>
      {token === undefined ? (
        <Notice tone="bad" title={words.noToken}>
          <Reason error={refused?.error} description={refused?.description} reason={refused?.reason} />
          {last !== undefined && <TextLink href={exchangeAddress(last)}>{words.seeTraffic}</TextLink>}
        </Notice>
      ) : (
        <Notice tone="good" title={words.token(token.scope, token.expires_in)}>
          <span className="flex flex-wrap gap-x-3">
            {token.issued !== undefined && (
              <TextLink href={issuedTokenAddress(token.issued)}>{words.seeToken}</TextLink>
            )}
            {last !== undefined && <TextLink href={exchangeAddress(last)}>{words.howGot}</TextLink>}
          </span>
        </Notice>
      )}
      {unreachable !== undefined && (
        <Notice tone="bad" title={words.unreachable}>
          {unreachable}
        </Notice>
      )}
      {call && <Called call={call} />}
    </>
  )
}

function Called({ call }: { readonly call: Attempted }) {
  const { accepted, error, description, reason, request, answer, exchange } = call
  const status = `${answer.status} ${answer.statusText}`.trim()
  return (
    <>
      <Notice tone={accepted ? 'good' : 'bad'} title={accepted ? words.accepted(status) : words.refused(status)}>
        <Reason error={error} description={description} reason={reason} />
        {exchange !== undefined && <TextLink href={exchangeAddress(exchange)}>{words.seeTraffic}</TextLink>}
      </Notice>
      <CodeBlock
        language="http"
        label={words.request}
        code={[`${request.method} ${request.url}`, ...request.headers.map(([name, value]) => `${name}: ${value}`)].join(
          '\n',
        )}
      />
      {answer.body !== '' && (
        <CodeBlock language="json" label={words.answer} code={indented(answer.body)} copy={answer.body} />
      )}
    </>
  )
}

interface ReasonProps {
  readonly error: string | undefined
  readonly description: string | undefined
  readonly reason: string | undefined
}

/** What the other side is told, and what it is not. */
function Reason({ error, description, reason }: ReasonProps) {
  return (
    <>
      {(error !== undefined || description !== undefined) && (
        <p>
          {error !== undefined && <code className="font-semibold">{error}</code>} {description}
        </p>
      )}
      {reason !== undefined && (
        <p>
          <strong>{words.inside}</strong> {reason}
        </p>
      )}
    </>
  )
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2)
  } catch {
    return body
  }
}
