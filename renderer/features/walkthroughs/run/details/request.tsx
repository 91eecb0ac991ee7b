import { Undo2 } from 'lucide-react'

import type { Draft } from '#shared/flows/flow.ts'

import { Button } from '../../../../components/button.tsx'
import { Notice } from '../../../../components/notice.tsx'
import { Parameters } from '../../../common/parameters.tsx'
import { TEXT } from '../text.ts'
import type { Walk } from '../walk.ts'
import { contextOfStep } from '#shared/flows/context-of-step.ts'
import { type Change, listChanges } from '#shared/flows/draft-changes.ts'
import { EditableDraft } from '../../../common/request/editable-draft.tsx'
import { Exchanges } from './exchanges.tsx'
import { KeptSecretNote } from './kept-secret-note.tsx'
import { Blank, Heading, Panel } from './panel.tsx'
import { RawRequest } from './raw-request.tsx'
import { RedirectWarning } from './redirect-warning.tsx'
import { Since } from './since.tsx'
import { RequestLine } from './request-line.tsx'

const words = TEXT.request

export function Request({ walk }: { readonly walk: Walk }) {
  const { step, stepRun, parties } = walk
  return (
    <Panel walk={walk}>
      {step.kind === 'local' && <Blank title={words.localTitle}>{words.local(parties[step.from])}</Blank>}
      {step.kind === 'person' && <Blank title={words.personTitle}>{words.person}</Blank>}
      {step.kind === 'arrival' && <Arrived walk={walk} />}
      {(step.kind === 'call' || step.kind === 'browser') &&
        (stepRun.draft === undefined ? (
          <Blank title={words.comingTitle}>{words.coming}</Blank>
        ) : (
          <Sent walk={walk} draft={stepRun.draft} />
        ))}
      <Exchanges ids={stepRun.exchanges} />
    </Panel>
  )
}

function Sent({ walk, draft }: { readonly walk: Walk; readonly draft: Draft }) {
  const { step, stepRun, run, isLive, deeds, steps, recording } = walk
  const shown = stepRun.edited ?? draft
  const canEdit = isLive && (run.state === 'ready' || run.state === 'stopped')
  const changes = listChanges(draft, shown)
  const canSendAgain = recording === undefined && !isLive && run.state !== 'busy' && run.position > steps.indexOf(step)
  return (
    <>
      <RequestLine walk={walk} draft={shown} />
      {canEdit && changes.length === 0 && <p className="text-small text-ink-3">{words.canEdit}</p>}
      {changes.length > 0 && (
        <Edited changes={changes} onPutBack={canEdit ? () => void deeds.putBack(step.id) : undefined} />
      )}
      {recording === undefined && <RedirectWarning walk={walk} draft={shown} />}
      <KeptSecretNote draft={shown} />
      <EditableDraft
        original={draft}
        draft={shown}
        context={contextOfStep(step, draft, 'request')}
        onChange={canEdit ? (edited) => void deeds.edit(step.id, edited) : undefined}
      />
      <Since walk={walk} half="request" />
      <RawRequest draft={shown} />
      {canSendAgain && (
        <p className="flex flex-wrap items-center gap-2 text-small text-ink-3">
          <Button
            size="small"
            isBusy={deeds.isBusy}
            onClick={() => void deeds.sendAgain(step.id).then(() => walk.select(undefined))}
          >
            {words.sendAgain}
          </Button>
          {words.sendAgainHint}
        </p>
      )}
    </>
  )
}

interface EditedProps {
  readonly changes: readonly Change[]
  readonly onPutBack: (() => void) | undefined
}

function Edited({ changes, onPutBack }: EditedProps) {
  return (
    <Notice
      tone="accent"
      title={words.editedTitle}
      action={
        onPutBack && (
          <Button size="small" icon={<Undo2 aria-hidden />} onClick={onPutBack}>
            {words.putBack}
          </Button>
        )
      }
    >
      <ul>
        {changes.map((change, index) => (
          <li key={index}>{sayChange(change)}</li>
        ))}
      </ul>
    </Notice>
  )
}

function sayChange({ name, before, after }: Change): string {
  if (after === undefined) return words.removedOne(name)
  return before === undefined ? words.addedOne(name) : words.changedOne(name)
}

function Arrived({ walk: { step, stepRun } }: { readonly walk: Walk }) {
  const { arrival } = stepRun
  if (arrival === undefined) return <Blank title={words.comingTitle}>{words.arrivalComing}</Blank>
  const parameters = Object.entries(arrival.parameters).map(([name, value]) => ({ name, value }))
  return (
    <>
      <code className="rounded-lg border border-line bg-sunken px-2.75 py-2 text-small wrap-anywhere">
        {arrival.url}
      </code>
      <p className="text-small text-ink-2">{TEXT.response.arrived[arrival.via]}.</p>
      <Heading>{words.parameters}</Heading>
      <Parameters parameters={parameters} context={contextOfStep(step, undefined, 'response')} />
    </>
  )
}
