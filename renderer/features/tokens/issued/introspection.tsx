import { useState } from 'react'

import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { TokenKind, TokenState } from '#shared/contract/calls/tokens.ts'
import type { ErrorShape } from '#shared/errors.ts'

import { Badge } from '../../../components/badge.tsx'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

const words = TEXT.introspection

interface IntrospectionProps {
  readonly token: string
  readonly kind: TokenKind
  readonly state: TokenState
}

/** An answer is about the moment it was given in, so that another state of the token puts it away. */
export function Introspection({ token, kind, state }: IntrospectionProps) {
  const bridge = useBridge()
  const [asked, setAsked] = useState<{
    readonly of: TokenState
    readonly answer?: Answer
    readonly error?: ErrorShape
  }>()
  const [isBusy, setBusy] = useState(false)
  const shown = asked?.of === state ? asked : undefined

  async function ask(): Promise<void> {
    setBusy(true)
    try {
      setAsked({ of: state, answer: await bridge.call('tokens.introspect', { presented: { token } }) })
    } catch (error) {
      setAsked({ of: state, error: parseError(error) })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card title={words.title} className="flex-none" aside={shown?.answer && <Verdict answer={shown.answer} />}>
      {kind === 'id_token' ? (
        <p className="text-ink-2">{words.idToken}</p>
      ) : (
        <>
          {shown?.answer && (
            <CodeBlock code={JSON.stringify(shown.answer.answer, null, 2)} language="json" label={words.answer} />
          )}
          {shown?.error && (
            <Notice tone="bad" title={words.failed}>
              {shown.error.message}
            </Notice>
          )}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Button size="small" isBusy={isBusy} onClick={() => void ask()}>
              {shown === undefined ? words.button : words.again}
            </Button>
            <span className="text-small text-ink-3">{words.hint}</span>
          </div>
        </>
      )}
    </Card>
  )
}

type Answer = ScreenOutput<'tokens.introspect'>

function Verdict({ answer: { answer } }: { readonly answer: Answer }) {
  return answer['active'] === true ? (
    <Badge tone="good">{words.active}</Badge>
  ) : (
    <Badge tone="bad">{words.inactive}</Badge>
  )
}
