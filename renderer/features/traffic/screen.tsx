import { Trash2 } from 'lucide-react'

import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { Notice } from '../../components/notice.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { useFrame } from '../../frame/commands/use-frame.tsx'
import { useExchanges } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { Gate } from '../common/gate.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed, useQuery } from '../common/use-address.ts'
import { EmptyTraffic } from './empty-traffic.tsx'
import { ExchangeDetail } from './detail/exchange-detail.tsx'
import { ExportTraffic } from './detail/export/export-traffic.tsx'
import { SelectionDetail } from './detail/selection-detail.tsx'
import { ExchangeList } from './exchange-list.tsx'
import { TEXT } from './text.ts'

export function Screen() {
  const id = useNamed()
  const selected = parseIds(useQuery().get('select'))
  const stored = useExchanges((state) => state.stored)
  const isEmpty = useExchanges(({ items, status }) => items.length === 0 && status !== 'loading')
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={stored > 0 && `${TEXT.count(stored)}, ${TEXT.live}`}
      actions={
        <>
          <ExportTraffic />
          {stored > 0 && <Clear />}
        </>
      }
    >
      <ListDetail
        isEmpty={isEmpty}
        id="traffic"
        listTitle={TEXT.list}
        list={<List selectedId={id} />}
        listSize="64%"
        detailTitle={TEXT.detail}
        detail={chooseDetail(selected, id)}
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/traffic"
        backLabel={TEXT.back}
      />
    </Page>
  )
}

function chooseDetail(selected: readonly number[], id: string | undefined) {
  if (selected.length > 1) return <SelectionDetail ids={selected} />
  return id === undefined ? undefined : <ExchangeDetail key={id} id={id} />
}

function parseIds(text: string | null): readonly number[] {
  return (text ?? '')
    .split(',')
    .filter((part) => /^[1-9]\d{0,14}$/.test(part))
    .map(Number)
}

function Clear() {
  const { store } = useFrame()
  return (
    <Button
      variant="ghost"
      icon={<Trash2 aria-hidden />}
      onClick={() => store.getState().open({ kind: 'clear-traffic' })}
    >
      {TEXT.clear}
    </Button>
  )
}

function List({ selectedId }: { readonly selectedId: string | undefined }) {
  const status = useExchanges((state) => state.status)
  const error = useExchanges((state) => state.error)
  const load = useExchanges((state) => state.load)
  const count = useExchanges((state) => state.items.length)
  const isEmpty = status === 'ready' && count === 0
  return (
    <Card isFlush className="flex-1">
      <Gate
        state={{ status, error, load }}
        hasValue={status === 'ready' || count > 0}
        loading={TEXT.loading}
        failed={TEXT.failed}
        rows={12}
      >
        {isEmpty ? <EmptyTraffic /> : <ExchangeList selectedId={selectedId} />}
        {status === 'ready' && error !== undefined && (
          <Notice tone="warn" className="m-3">
            {TEXT.olderFailed} {error.message}
          </Notice>
        )}
      </Gate>
    </Card>
  )
}
