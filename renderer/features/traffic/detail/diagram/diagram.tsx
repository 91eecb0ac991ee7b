import { useMemo } from 'react'
import { navigate } from 'wouter/use-browser-location'

import { DEMO_APIS } from '#shared/model/demo-api.ts'
import type { Exchange, ExchangeSummary, Handover } from '#shared/model/exchange.ts'

import { ACTOR_NAMES } from '../../../../components/actor.ts'
import { SequenceDiagram } from '../../../../components/sequence/sequence-diagram.tsx'
import { useApis, useClients, useUsers } from '../../../../stores/use-stores.tsx'
import { clientName } from '../../../common/client-name.ts'
import { useProgram } from '../../../common/use-program.ts'
import { Heading } from '../heading.tsx'
import { otherAddress } from '../other-address.ts'
import { Siblings } from '../siblings.tsx'
import { TEXT } from '../text.ts'
import { buildDiagram, exchangeOfMessage, requestMessage } from './build-diagram.ts'
import { useHandovers } from './use-handovers.ts'

const words = TEXT.diagram

interface DiagramProps {
  readonly exchange: Exchange
  /** Those of its sign-in in their order, this one among them; this one alone where it belongs to none. */
  readonly siblings: readonly ExchangeSummary[]
}

/** The whole sign-in as who said what to whom; each arrow leads to its exchange. */
export function Diagram({ exchange, siblings }: DiagramProps) {
  const names = useNames(siblings)
  const program = useProgram()
  const read = useHandovers(siblings)
  const handovers = useMemo(
    () =>
      new Map<number, Handover>(exchange.handover === undefined ? read : [...read, [exchange.id, exchange.handover]]),
    [read, exchange],
  )
  const sequence = useMemo(
    () => buildDiagram(siblings, { names, program, handovers }),
    // What they are called is made anew each time.
    // oxlint-disable-next-line react/exhaustive-deps
    [siblings, program, handovers, names.client, names.api, names.user],
  )
  return (
    <div className="flex min-w-0 flex-col gap-2 py-2">
      <SequenceDiagram
        label={words.label}
        {...sequence}
        selectedId={requestMessage(exchange.id)}
        onSelect={(message) => openExchange(exchangeOfMessage(message))}
        className="max-h-[28rem] px-1"
      />
      <div className="border-t border-line px-3.5 pt-1">
        <Heading>{exchange.signIn === undefined ? words.alone : words.list(siblings.length)}</Heading>
      </div>
      <Siblings exchanges={siblings} id={exchange.id} />
    </div>
  )
}

/** From one to the next is no step to go back by. */
function openExchange(id: number): void {
  navigate(otherAddress(id), { replace: true })
}

function useNames(siblings: readonly ExchangeSummary[]) {
  const client_id = siblings.find((sibling) => sibling.client_id !== undefined)?.client_id
  const username = siblings.find(({ user }) => user !== undefined)?.user
  const url = siblings.find(({ endpoint }) => endpoint === 'api')?.url
  const identifier = DEMO_APIS.find(({ name }) => url?.includes(`/apis/${name}`))?.identifier
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))
  const user = useUsers(({ items }) => items.find((item) => item.username === username))
  const api = useApis(({ items }) => items.find((item) => item.identifier === identifier))
  return {
    ...ACTOR_NAMES,
    ...(client_id !== undefined && { client: client === undefined ? client_id : clientName(client) }),
    ...(user !== undefined && { user: user.username }),
    ...(api !== undefined && { api: api.name }),
  }
}
