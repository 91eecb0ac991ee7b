import { navigate } from 'wouter/use-browser-location'

import type { Choice } from '#shared/flows/flow.ts'
import type { Suggestion } from '#shared/flows/from-exchange.ts'
import type { Exchange, ExchangeSummary } from '#shared/model/exchange.ts'

import { flowAddress, runAddress } from '../../../../frame/addresses.ts'
import { parseError } from '../../../../stores/error-shape.ts'
import { useBridge, useClients, useStores } from '../../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.actions

/** The exchange as a part of a walkthrough. The walkthroughs are large, and loaded when they are asked for. */
export function useWalk(exchange: Exchange, siblings: readonly ExchangeSummary[]) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const client_id = exchange.client_id ?? siblings.find((sibling) => sibling.client_id !== undefined)?.client_id
  const client = useClients(({ items }) => items.find((item) => item.client_id === client_id))

  async function suggest(): Promise<Extract<Suggestion, { kind: 'walk' }> | undefined> {
    const { suggestWalk } = await import('#shared/flows/from-exchange.ts')
    const suggestion = suggestWalk({ ...exchange, client_id }, { siblings, client })
    if (suggestion.kind === 'walk') return suggestion
    show({ text: words.noWalk(suggestion.why) })
    return undefined
  }

  async function open(): Promise<void> {
    const suggestion = await suggest()
    if (suggestion !== undefined) navigate(`${flowAddress(suggestion.flow)}?${writeChoice(suggestion.choice)}`)
  }

  async function goThere(): Promise<void> {
    const suggestion = await suggest()
    if (suggestion === undefined) return
    const { flow, step, choice } = suggestion
    try {
      const { scope, layers, ...rest } = choice
      const { id } = await bridge.call('runs.create', {
        flow,
        choice: { ...rest, scope: [...scope], layers: [...layers] },
      })
      if (step !== undefined) await bridge.call('runs.runTo', { id, step, answer: true })
      navigate(runAddress(flow, id))
    } catch (error) {
      show({ text: words.noWalk(parseError(error).message), tone: 'bad' })
    }
  }

  return { open, goThere }
}

/** As the setup of a walkthrough reads it from its address. */
function writeChoice({ client_id, api = 'none', scope, variant, layers, user }: Choice): string {
  return new URLSearchParams({
    client: client_id,
    api,
    scope: scope.join(' '),
    ...(variant !== undefined && { variant }),
    layers: layers.join(' '),
    user,
  }).toString()
}
