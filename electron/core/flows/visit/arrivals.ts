/** Addresses at which a browser comes back, and the run that each belongs to. */
import { parseObject } from '#shared/flows/answer.ts'
import { readParameters } from '#shared/flows/draft.ts'
import type { Arrival } from '#shared/flows/flow.ts'

import type { KeptRun } from '../../store/store.ts'

/** Undefined when it brings nothing. */
export function parseArrival(address: string): Arrival | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const fragment = url.hash.slice(1)
  const parameters = Object.fromEntries(new URLSearchParams(fragment === '' ? url.search : fragment))
  if (Object.keys(parameters).length === 0) return undefined
  return { url: address, via: fragment === '' ? 'query' : 'fragment', parameters }
}

/**
 * By the `state` that was really sent, since a person may have changed it. An arrival without one is of the only run
 * that has sent none.
 */
export function findRun(waiting: readonly KeptRun[], { parameters }: Arrival): KeptRun | undefined {
  const state = parameters['state'] ?? readClaim(parameters['response'], 'state')
  if (state !== undefined) return waiting.find((kept) => sentStates(kept).includes(state))
  const [only, ...others] = waiting.filter((kept) => sentStates(kept).length === 0)
  return others.length === 0 ? only : undefined
}

function sentStates({ run }: KeptRun): readonly string[] {
  return run.steps.slice(0, run.position).flatMap(({ draft, edited = draft }) => {
    if (!edited) return []
    const sent = new Map(readParameters(edited))
    return [sent.get('state'), readClaim(sent.get('request'), 'state')].filter((state) => state !== undefined)
  })
}

/** Of a JWT that nobody has checked yet: enough to find out whom it concerns, and no more. */
function readClaim(jwt: string | undefined, name: string): string | undefined {
  const payload = jwt?.split('.')[1]
  const value =
    payload === undefined ? undefined : parseObject(Buffer.from(payload, 'base64url').toString('utf8'))?.[name]
  return typeof value === 'string' ? value : undefined
}
