import { navigate } from 'wouter/use-browser-location'

import type { Exchange } from '#shared/model/exchange.ts'

import { Card } from '../../../components/card.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { replaceParameter, useQuery, withParameter } from '../../common/use-address.ts'
import { Actions } from './actions/actions.tsx'
import { Code } from './code.tsx'
import { Diagram } from './diagram/diagram.tsx'
import { ExchangeExplained } from './exchange-explained.tsx'
import { RawMessages } from './raw-messages.tsx'
import { Resend } from './resend/resend.tsx'
import { TEXT } from './text.ts'
import { toDraft } from './to-draft.ts'
import { useSiblings } from './use-siblings.ts'

const words = TEXT.one

export function ExchangeDetail({ id }: { readonly id: string }) {
  if (!/^[1-9]\d{0,14}$/.test(id)) return <Gone {...TEXT.gone} title={TEXT.gone.title(id)} href="/traffic" />
  return <KnownExchange id={Number(id)} />
}

function KnownExchange({ id }: { readonly id: number }) {
  const state = useCall('exchanges.get', { id })
  if (state.error?.code === 'not_found')
    return <Gone {...TEXT.gone} title={TEXT.gone.title(String(id))} href="/traffic" />
  const exchange = state.value?.value
  return (
    <Card isFlush className="flex-1">
      <Gate state={state} hasValue={exchange !== undefined} loading={words.loading} failed={words.failed} rows={8}>
        {exchange && <Parts exchange={exchange} onChanged={() => void state.load()} />}
      </Gate>
    </Card>
  )
}

interface PartsProps {
  readonly exchange: Exchange
  readonly onChanged: () => void
}

function Parts({ exchange, onChanged }: PartsProps) {
  const query = useQuery()
  const siblings = useSiblings(exchange)
  const draft = toDraft(exchange)
  if (query.get('do') === 'resend' && draft !== undefined)
    return <Resend exchange={exchange} original={draft} onClose={() => replaceParameter('do', undefined)} />
  const tabs = [
    {
      id: 'exchange',
      title: words.tabs.exchange,
      content: <ExchangeExplained exchange={exchange} siblings={siblings} />,
    },
    { id: 'raw', title: words.tabs.raw, content: <RawMessages exchange={exchange} /> },
    { id: 'diagram', title: words.tabs.diagram, content: <Diagram exchange={exchange} siblings={siblings} /> },
    { id: 'code', title: words.tabs.code, content: <Code exchange={exchange} /> },
  ]
  const wanted = query.get('tab')
  const shown = tabs.find(({ id }) => id === wanted)?.id ?? 'exchange'
  return (
    <>
      <Tabs
        label={words.tabs.label}
        isFilling
        tabs={tabs}
        value={shown}
        onChange={(tab) => replaceParameter('tab', tab === 'exchange' ? undefined : tab)}
      />
      <Actions
        exchange={exchange}
        siblings={siblings}
        onResend={() => navigate(withParameter('do', 'resend'))}
        onChanged={onChanged}
      />
    </>
  )
}
