import { Undo2 } from 'lucide-react'
import { useState } from 'react'

import type { HistoryChange } from '#shared/contract/calls/history.ts'

import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { DefinitionList } from '../../components/definition-list.tsx'
import { useCall } from '../../stores/use-call.ts'
import { ChangedParts } from '../common/changes/changed-parts.tsx'
import { TEXT as CHANGES } from '../common/changes/text.ts'
import { formatMoment } from '../common/format-time.ts'
import { Gate } from '../common/gate.tsx'
import { Gone } from '../common/gone.tsx'
import { describeEntry } from './describe-entry.ts'
import { PutBackDialog } from './put-back-dialog.tsx'
import { TEXT } from './text.ts'

export function ChangeDetail({ id }: { readonly id: string }) {
  const state = useCall('history.get', { id })
  if (state.error?.code === 'not_found') return <Gone {...TEXT.gone} href="/history" />
  const { value } = state
  if (value !== undefined) return <Change change={value.value} />
  return (
    <Card isFlush className="flex-1">
      <Gate state={state} hasValue={false} loading={TEXT.loadingOne} failed={TEXT.failedOne}>
        {null}
      </Gate>
    </Card>
  )
}

function Change({ change }: { readonly change: HistoryChange }) {
  const { id, at, door, call, count, records, parts } = change
  const [isAsking, setAsking] = useState(false)
  return (
    <Card
      isFlush
      className="flex-1"
      title={describeEntry(change)}
      aside={
        <Button size="small" icon={<Undo2 aria-hidden />} onClick={() => setAsking(true)}>
          {TEXT.putBack.action}
        </Button>
      }
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <DefinitionList
          items={[
            { term: TEXT.when, value: formatMoment(at) },
            { term: TEXT.door, value: CHANGES.doors[door] },
            ...(call === '' ? [] : [{ term: TEXT.call, value: <code className="text-small">{call}</code> }]),
            ...(records > 0 ? [{ term: TEXT.ended, value: TEXT.endedCount(records) }] : []),
          ]}
        />
        <div className="border-t border-line">
          <ChangedParts parts={parts} count={count} />
        </div>
      </div>
      {isAsking && <PutBackDialog id={id} onClose={() => setAsking(false)} />}
    </Card>
  )
}
