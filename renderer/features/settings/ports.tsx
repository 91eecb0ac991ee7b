import { useState } from 'react'

import type { PreferencesView } from '#shared/contract/calls/shell.ts'

import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { NumberField } from '../../components/number-field.tsx'
import { parseError } from '../../stores/error-shape.ts'
import { useBridge, useResource, useStores } from '../../stores/use-stores.tsx'
import { Gate } from '../common/gate.tsx'
import { checkPorts, type PortsDraft } from './check-ports.ts'
import { TEXT } from './text.ts'
import { useChangePreferences } from './use-change-preferences.ts'

const words = TEXT.issuer

/** On the desktop, where no command line says which ports to take. */
export function Ports() {
  const preferences = useResource(useStores().preferences, (state) => state)
  return (
    <Gate
      state={preferences}
      hasValue={preferences.value !== undefined}
      loading={words.loading}
      failed={words.failed}
      rows={2}
    >
      {preferences.value && <PortsForm view={preferences.value} />}
    </Gate>
  )
}

function PortsForm({ view }: { readonly view: PreferencesView }) {
  const { ports } = view.preferences
  const [draft, setDraft] = useState<PortsDraft>(ports)
  const { toasts } = useStores()
  const change = useChangePreferences()
  const problems = checkPorts(draft)
  const isDirty = draft.issuer !== ports.issuer || draft.screens !== ports.screens

  async function save(): Promise<void> {
    const { issuer, screens } = draft
    if (issuer === undefined || screens === undefined) return
    if (await change({ ports: { issuer, screens } })) {
      toasts.getState().show({
        text: words.saved(issuer, screens),
        tone: 'good',
        undo: async () => {
          if (await change({ ports })) setDraft(ports)
        },
      })
    }
  }

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className="flex flex-wrap gap-4">
        <NumberField
          label={words.issuerPort}
          value={draft.issuer}
          error={problems.issuer}
          onChange={(issuer) => setDraft({ ...draft, issuer })}
        />
        <NumberField
          label={words.screensPort}
          value={draft.screens}
          error={problems.screens}
          onChange={(screens) => setDraft({ ...draft, screens })}
        />
      </div>
      {isDirty && (
        <Button type="submit" variant="primary" className="self-start" disabled={Object.keys(problems).length > 0}>
          {words.save}
        </Button>
      )}
      {view.portsPending && !isDirty && <Pending ports={ports} />}
    </form>
  )
}

function Pending({ ports }: Pick<PreferencesView['preferences'], 'ports'>) {
  const bridge = useBridge()
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function start(): Promise<void> {
    setBusy(true)
    try {
      await bridge.call('shell.start', { ports })
    } catch (failure) {
      setError(parseError(failure).message)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Notice
      action={
        <Button isBusy={isBusy} onClick={() => void start()}>
          {words.startNow}
        </Button>
      }
    >
      {words.pending}
      {error !== undefined && (
        <p role="alert" className="text-bad">
          {words.startFailed} {error}
        </p>
      )}
    </Notice>
  )
}
