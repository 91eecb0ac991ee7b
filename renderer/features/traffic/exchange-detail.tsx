import type { Exchange } from '#shared/model/exchange.ts'

import { Card } from '../../components/card.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useCall } from '../../stores/use-call.ts'
import { Gate } from '../common/gate.tsx'
import { Gone } from '../common/gone.tsx'
import { replaceParameter, useQuery } from '../common/use-address.ts'
import { ExchangeExplained } from './exchange-explained.tsx'
import { RawMessages } from './raw-messages.tsx'
import { SignIn } from './sign-in.tsx'
import { TEXT } from './text.ts'

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
        {exchange && <Parts exchange={exchange} />}
      </Gate>
    </Card>
  )
}

function Parts({ exchange }: { readonly exchange: Exchange }) {
  const wanted = useQuery().get('tab')
  const { signIn } = exchange
  const tabs = [
    { id: 'exchange', title: words.tabs.exchange, content: <ExchangeExplained exchange={exchange} /> },
    { id: 'raw', title: words.tabs.raw, content: <RawMessages exchange={exchange} /> },
    ...(signIn === undefined
      ? []
      : [{ id: 'sign-in', title: words.tabs.signIn, content: <SignIn signIn={signIn} id={exchange.id} /> }]),
  ]
  const shown = tabs.find(({ id }) => id === wanted)?.id ?? 'exchange'
  return (
    <Tabs
      label={words.tabs.label}
      isFilling
      tabs={tabs}
      value={shown}
      onChange={(tab) => replaceParameter('tab', tab === 'exchange' ? undefined : tab)}
    />
  )
}
