import { Send } from 'lucide-react'
import { useState } from 'react'

import type { Attempted } from '#shared/contract/calls/tokens.ts'
import type { ErrorShape } from '#shared/errors.ts'
import { demoCalls } from '#shared/flows/demo-calls.ts'
import { DEMO_APIS } from '#shared/model/demo-api.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { exchangeAddress } from '../../../frame/addresses.ts'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { useProgram } from '../../common/use-program.ts'
import { explainAccepted, TEXT, titleOf } from './text.ts'
import type { Forged } from './use-forge.ts'

const words = TEXT.attempt

export function Attempt({ forged }: { readonly forged: Forged }) {
  const bridge = useBridge()
  const program = useProgram()
  const [api, setApi] = useState(() => apiOf(forged.claims['aud']))
  const [call, setCall] = useState<number>()
  const [outcome, setOutcome] = useState<Attempted>()
  const [error, setError] = useState<ErrorShape>()
  const [isBusy, setBusy] = useState(false)
  const calls = demoCalls(program?.issuer ?? '', api) ?? []
  const chosen = call ?? usualCall(calls, forged.claims['scope'])

  async function send(): Promise<void> {
    setBusy(true)
    try {
      setOutcome(await bridge.call('tokens.try', { attempt: { token: forged.token, api, call: chosen } }))
      setError(undefined)
    } catch (failure) {
      setError(parseError(failure))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card title={words.title} className="flex-none">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={words.api}
          value={api}
          options={DEMO_APIS.map(({ identifier, name }) => ({ value: identifier, label: name }))}
          onChange={(identifier) => {
            setApi(identifier)
            setCall(undefined)
          }}
          className="min-w-32 flex-1"
        />
        <Select
          label={words.call}
          value={String(chosen)}
          options={calls.map(({ title }, index) => ({ value: String(index), label: title }))}
          onChange={(index) => setCall(Number(index))}
          className="min-w-40 flex-2"
        />
        <Button icon={<Send aria-hidden />} isBusy={isBusy} onClick={() => void send()}>
          {words.send}
        </Button>
      </div>
      <div aria-live="polite" className="flex min-w-0 flex-col gap-2">
        {error && (
          <Notice tone="bad" title={words.failed}>
            {error.message}
          </Notice>
        )}
        {outcome && error === undefined && <Outcome outcome={outcome} forged={forged} />}
      </div>
    </Card>
  )
}

function Outcome({ outcome, forged }: { readonly outcome: Attempted; readonly forged: Forged }) {
  const { accepted, error, description, reason, exchange, answer } = outcome
  return (
    <>
      <Notice tone={accepted ? 'warn' : 'good'} title={titleOf(outcome)}>
        {error !== undefined && (
          <p>
            <code className="font-semibold">{error}</code> {description}
          </p>
        )}
        {reason !== undefined && (
          <p>
            <strong>{words.inside}</strong> {reason}
          </p>
        )}
        {accepted && <p>{explainAccepted(forged.mark.with)}</p>}
        {exchange !== undefined && <TextLink href={exchangeAddress(exchange)}>{words.exchange}</TextLink>}
      </Notice>
      {answer.body !== '' && <CodeBlock code={answer.body} language="json" label={words.answer} />}
    </>
  )
}

function apiOf(aud: unknown): string {
  const names: readonly unknown[] = [aud].flat()
  const found = DEMO_APIS.find(({ identifier }) => names.includes(identifier))
  return (found ?? DEMO_APIS[0]).identifier
}

/** One that the token's scope is good for. */
function usualCall(calls: readonly { readonly scope: string }[], scope: unknown): number {
  const scopes = typeof scope === 'string' ? scope.split(' ') : []
  return Math.max(
    0,
    calls.findIndex((each) => scopes.includes(each.scope)),
  )
}
