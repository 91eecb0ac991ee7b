import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import type { ErrorShape } from '#shared/errors.ts'
import type { Bridge } from '#shared/frames/bridge.ts'

import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { scenarioAddress } from '../../frame/addresses.ts'
import { parseError } from '../../stores/error-shape.ts'
import type { ScenarioView } from '../../stores/stores.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { readProblems } from '../common/edit/problems.ts'
import { prepareUndo } from '../common/edit/undo-change.ts'
import { TEXT } from './text.ts'

const words = TEXT.save
const FORM = 'save-scenario'

type Deed =
  | { readonly kind: 'present' }
  | { readonly kind: 'copy'; readonly scenario: ScenarioView }
  | { readonly kind: 'rename'; readonly scenario: ScenarioView }

interface SaveDialogProps {
  readonly deed: Deed
  readonly onClose: () => void
}

/** A name and a few words: for the present state, for a copy, or for one that has others. */
export function SaveDialog({ deed, onClose }: SaveDialogProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const [title, setTitle] = useState(firstTitle(deed))
  const [summary, setSummary] = useState(deed.kind === 'present' ? '' : deed.scenario.summary)
  const [error, setError] = useState<ErrorShape>()
  const [isBusy, setBusy] = useState(false)
  const isTaken = error?.code === 'conflict' && error.message.includes('overwrite')
  const problems = error && error.code !== 'conflict' ? readProblems(error) : undefined
  const others = problems?.besides(['title', 'summary']) ?? []

  async function save(overwrite: boolean): Promise<void> {
    setBusy(true)
    try {
      const { value } = await perform(bridge, deed, { title, summary }, overwrite)
      const undo = await prepareUndo(bridge, 'scenarios', value.id)
      const text = deed.kind === 'rename' ? words.renamed(value.title) : words.done(value.title)
      show({ text, tone: 'good', ...(undo && { undo }) })
      onClose()
      navigate(scenarioAddress(value.id))
    } catch (failure) {
      setError(parseError(failure))
      setBusy(false)
    }
  }

  return (
    <Dialog
      isOpen
      title={titleOf(deed)}
      description={{ present: words.text, copy: words.copyText, rename: words.renameText }[deed.kind]}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          {isTaken ? (
            <Button variant="danger" isBusy={isBusy} onClick={() => void save(true)}>
              {words.overwrite}
            </Button>
          ) : (
            <Button variant="primary" type="submit" form={FORM} isBusy={isBusy}>
              {deed.kind === 'rename' ? words.rename : words.confirm}
            </Button>
          )}
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void save(false)
        }}
      >
        <TextField
          label={words.name}
          value={title}
          autoComplete="off"
          error={problems?.at('title')}
          onChange={(event) => {
            setTitle(event.currentTarget.value)
            setError(undefined)
          }}
        />
        <TextArea
          label={words.summary}
          hint={words.summaryHint}
          rows={3}
          value={summary}
          error={problems?.at('summary')}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        {(error?.code === 'conflict' || others.length > 0) && (
          <div role="alert">
            <Notice tone={isTaken ? 'warn' : 'bad'} title={words.failed}>
              {error?.code === 'conflict' ? error.message : others.join(' ')}
            </Notice>
          </div>
        )}
      </form>
    </Dialog>
  )
}

function firstTitle(deed: Deed): string {
  if (deed.kind === 'present') return ''
  return deed.kind === 'copy' ? words.copyOf(deed.scenario.title) : deed.scenario.title
}

function titleOf(deed: Deed): string {
  if (deed.kind === 'present') return words.title
  return deed.kind === 'copy' ? words.copyTitle(deed.scenario.title) : words.renameTitle(deed.scenario.title)
}

function perform(bridge: Bridge, deed: Deed, given: { title: string; summary: string }, overwrite: boolean) {
  if (deed.kind === 'rename') return bridge.call('scenarios.change', { id: deed.scenario.id, changes: given })
  const from = deed.kind === 'copy' ? { from: deed.scenario.id } : {}
  return bridge.call('scenarios.save', { scenario: { ...given, ...from }, overwrite })
}
