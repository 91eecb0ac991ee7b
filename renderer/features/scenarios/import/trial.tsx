import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { ErrorShape } from '#shared/errors.ts'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useCall } from '../../../stores/use-call.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { PlanView } from '../../common/changes/plan-view.tsx'
import { Gate } from '../../common/gate.tsx'
import { TEXT } from '../text.ts'
import { listFindings } from './list-findings.ts'
import type { ReadConfig } from './read-config.ts'

const words = TEXT.import

interface TrialProps {
  readonly read: ReadConfig
  readonly onOther: () => void
}

/** What it would do, or what is wrong with it. */
export function Trial({ read, onOther }: TrialProps) {
  const { name } = read
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-3.5 py-2.5">
        <span className="mr-auto min-w-0 text-ink-2 wrap-anywhere">{name}</span>
        <Button onClick={onOther}>{words.other}</Button>
      </div>
      {'problem' in read ? (
        <div role="alert" className="p-3">
          <Notice tone="bad">{read.problem}</Notice>
        </div>
      ) : (
        <Tried config={read.config} />
      )}
    </>
  )
}

function Tried({ config }: { readonly config: unknown }) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const state = useCall('config.import', { config, dryRun: true }, ['clients', 'apis', 'users', 'settings'])
  const [isBusy, setBusy] = useState(false)
  const { value, error } = state
  if (value === undefined && error?.code === 'invalid') return <Findings error={error} />

  async function apply(): Promise<void> {
    setBusy(true)
    try {
      const { change } = await bridge.call('config.import', { config })
      const undo = change && (async () => void (await bridge.call('history.putBack', { id: change })))
      show({ text: words.done, tone: 'good', ...(undo && { undo }) })
      navigate('/scenarios')
    } catch (failure) {
      show({ text: parseError(failure).message, tone: 'bad' })
      setBusy(false)
    }
  }

  return (
    <Gate state={state} hasValue={value !== undefined} loading={words.trying} failed={TEXT.failed} rows={3}>
      <section aria-label={words.changes} className="min-h-0 flex-1 overflow-auto">
        {value?.plan && <PlanView plan={value.plan} />}
      </section>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-3.5 py-2.5">
        <span className="mr-auto min-w-0 text-small text-ink-3">{words.passwords}</span>
        <Button variant="primary" isBusy={isBusy} onClick={() => void apply()}>
          {words.confirm}
        </Button>
      </div>
    </Gate>
  )
}

function Findings({ error }: { readonly error: ErrorShape }) {
  const findings = listFindings(error)
  return (
    <div role="alert" className="p-3">
      <Notice tone="bad" title={words.wrong(findings.length)}>
        <ul className="mt-1 flex flex-col gap-1.5">
          {findings.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <code className="text-small">{path === '' ? words.whole : path}</code>
              <span className="block text-small">{message}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
