import { Send } from 'lucide-react'

import type { Attempted } from '#shared/contract/calls/tokens.ts'
import { DEMO_APIS } from '#shared/model/demo-api.ts'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { exchangeAddress } from '../../../frame/addresses.ts'
import { TextLink } from '../../common/text-link.tsx'
import { explainAccepted, TEXT, titleOf } from './text.ts'
import type { Attempting } from './use-attempt.ts'
import type { Forged } from './use-forge.ts'

const words = TEXT.attempt

interface AttemptProps {
  readonly attempting: Attempting
  readonly forged: Forged
}

export function Attempt({ attempting, forged }: AttemptProps) {
  const { api, calls, call, outcome, error } = attempting
  return (
    <Card title={words.title} className="flex-none">
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={words.api}
          value={api}
          options={DEMO_APIS.map(({ identifier, name }) => ({ value: identifier, label: name }))}
          onChange={attempting.pickApi}
          className="min-w-32 flex-1"
        />
        <Select
          label={words.call}
          value={String(call)}
          options={calls.map(({ title }, index) => ({ value: String(index), label: title }))}
          onChange={(index) => attempting.pickCall(Number(index))}
          className="min-w-40 flex-2"
        />
        <Button icon={<Send aria-hidden />} isBusy={attempting.isBusy} onClick={() => void attempting.send()}>
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
