import type { Flow } from '#shared/flows/flow.ts'
import type { FlowRun } from '#shared/model/flow-run.ts'

import { Card } from '../../../components/card.tsx'
import { Screen as Page } from '../../../components/screen.tsx'
import { flowAddress } from '../../../frame/addresses.ts'
import { useRun } from '../../../stores/use-run.ts'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { RunActions } from './head/run-actions.tsx'
import { RunTags } from './head/run-tags.tsx'
import { Present } from './present/present.tsx'
import { TEXT } from './text.ts'
import { PrintSheet } from './print/print-sheet.tsx'
import { usePresenting } from './use-presenting.ts'
import { useWalk } from './use-walk.ts'
import { WalkBody } from './walk-body.tsx'

export function RunScreen({ flow, id }: { readonly flow: Flow; readonly id: string }) {
  const state = useRun(id)
  const run = state.value
  if (state.error?.code === 'not_found' || (run !== undefined && run.flow !== flow.id)) {
    return (
      <Page title={flow.title} isFilling>
        <Gone {...TEXT.gone} href={flowAddress(flow.id)} />
      </Page>
    )
  }
  if (run !== undefined) return <LoadedRun flow={flow} run={run} load={state.load} />
  return (
    <Page title={flow.title} isFilling>
      <Card isFlush className="flex-1">
        <Gate state={state} hasValue={false} loading={TEXT.loading} failed={TEXT.failed} rows={10}>
          {null}
        </Gate>
      </Card>
    </Page>
  )
}

interface LoadedRunProps {
  readonly flow: Flow
  readonly run: FlowRun
  readonly load: () => Promise<void>
}

function LoadedRun({ flow, run, load }: LoadedRunProps) {
  const walk = useWalk(flow, run, load)
  const presenting = usePresenting()
  if (walk === undefined) {
    return (
      <Page title={flow.title} isFilling>
        <Gone {...TEXT.otherVersion} href={flowAddress(flow.id)} />
      </Page>
    )
  }
  return (
    <Page title={flow.title} isFilling tags={<RunTags walk={walk} />} actions={<RunActions walk={walk} />}>
      <WalkBody walk={walk} />
      <PrintSheet walk={walk} />
      {presenting.isOn && <Present walk={walk} presenting={presenting} />}
    </Page>
  )
}
