import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { Gate } from '../../common/gate.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { RemoveExchanges } from './actions/remove-exchanges.tsx'
import { Comparison } from './compare/comparison.tsx'
import { ExportDialog } from './export/export-dialog.tsx'
import { otherAddress } from './other-address.ts'
import { TEXT } from './text.ts'

const words = TEXT.selection
const MOST_LISTED = 200

/** Several exchanges that somebody has chosen: two are compared, any number can be exported or deleted. */
export function SelectionDetail({ ids }: { readonly ids: readonly number[] }) {
  const [open, setOpen] = useState<'export' | 'remove'>()
  const [first, second] = ids
  return (
    <Card
      isFlush
      className="flex-1"
      title={words.title(ids.length)}
      aside={
        <span className="-my-1 flex gap-1">
          <Button size="small" variant="ghost" icon={<Download aria-hidden />} onClick={() => setOpen('export')}>
            {words.export}
          </Button>
          <Button size="small" variant="ghost" icon={<Trash2 aria-hidden />} onClick={() => setOpen('remove')}>
            {words.remove}
          </Button>
        </span>
      }
    >
      <div className="min-h-0 flex-1 overflow-auto px-3.5 py-3">
        {ids.length === 2 && first !== undefined && second !== undefined ? (
          <Two left={first} right={second} />
        ) : (
          <Many ids={ids} />
        )}
      </div>
      {open === 'export' && <ExportDialog ids={ids} onClose={() => setOpen(undefined)} />}
      {open === 'remove' && (
        <RemoveExchanges
          ids={ids}
          onDone={() => navigate(otherAddress(), { replace: true })}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}

function Two({ left, right }: { readonly left: number; readonly right: number }) {
  const [one, other] = [useCall('exchanges.get', { id: left }), useCall('exchanges.get', { id: right })]
  const shown = one.error === undefined ? other : one
  return (
    <Gate
      state={shown}
      hasValue={one.value !== undefined && other.value !== undefined}
      loading={words.loading}
      failed={words.failed}
      rows={8}
    >
      {one.value && other.value && <Comparison left={one.value.value} right={other.value.value} />}
    </Gate>
  )
}

function Many({ ids }: { readonly ids: readonly number[] }) {
  return (
    <>
      <p className="mb-2 text-ink-2">{words.many}</p>
      <ul className="flex flex-wrap gap-x-3 gap-y-1">
        {ids.slice(0, MOST_LISTED).map((id) => (
          <li key={id}>
            <TextLink href={otherAddress(id)}>{words.exchange(id)}</TextLink>
          </li>
        ))}
      </ul>
      {ids.length > MOST_LISTED && <p className="mt-1 text-ink-3">{words.more(ids.length - MOST_LISTED)}</p>}
    </>
  )
}
