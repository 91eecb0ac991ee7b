import { useState } from 'react'

import type { Tried } from '#shared/contract/calls/apis.ts'

import { parseError } from '../../../stores/error-shape.ts'
import type { ApiView } from '../../../stores/stores.ts'
import { useBridge, useClients, useUsers } from '../../../stores/use-stores.tsx'
import { NO_PROBLEMS, readProblems, type Problems } from '../../common/edit/problems.ts'
import { keepTrial, type Picked, useKeptTrial } from './kept-trials.ts'
import { type Asker, listAskers } from './list-askers.ts'
import { isElsewhere, listCalls, type TrialCall } from './list-calls.ts'

/** Instead of a user. */
export const OWN_NAME = ' own'
export const OTHER_ADDRESS = 'other'

export interface Trial {
  readonly askers: readonly Asker[]
  readonly asker: Asker | undefined
  readonly users: readonly { readonly value: string; readonly label: string }[]
  readonly as: string
  readonly scope: readonly string[]
  readonly calls: readonly TrialCall[]
  readonly call: string
  readonly method: TrialCall['method']
  readonly url: string
  readonly isElsewhere: boolean
  readonly isConfirmed: boolean
  readonly isBusy: boolean
  readonly outcome: Tried | undefined
  readonly problems: Problems
  readonly pick: (changes: Picked) => void
  readonly send: () => Promise<void>
}

/** What is picked, filled up with what fits; and what came of it. */
export function useTrial(api: ApiView, issuer: string, words: { readonly ownName: string }): Trial {
  const bridge = useBridge()
  const clients = useClients(({ items }) => items)
  const people = useUsers(({ items }) => items)
  const { identifier } = api
  const { picked, outcome } = useKeptTrial(identifier)
  const [problems, setProblems] = useState(NO_PROBLEMS)
  const [isBusy, setBusy] = useState(false)

  const askers = listAskers(clients, api)
  const asker = askers.find(({ client }) => client.client_id === picked.client_id) ?? askers[0]
  const users = [
    ...(asker?.isMachine === true ? [{ value: OWN_NAME, label: words.ownName }] : []),
    ...(asker?.hasUsers === true
      ? people.slice(0, MOST_USERS).map(({ username }) => ({ value: username, label: username }))
      : []),
  ]
  const as = users.find(({ value }) => value === picked.as)?.value ?? users[0]?.value ?? OWN_NAME
  const calls = listCalls(issuer, api)
  const usual = Math.max(
    0,
    calls.findIndex((one) => one.scope !== undefined && asker?.scopes.includes(one.scope)),
  )
  const call = picked.call ?? String(usual)
  const known = call === OTHER_ADDRESS ? undefined : calls[Number(call)]
  const method = known?.method ?? picked.method ?? 'GET'
  const url = known?.url ?? picked.url ?? ''
  const scope = (picked.scope ?? asker?.scopes ?? []).filter((name) => asker?.scopes.includes(name))
  const isConfirmed = picked.isConfirmed ?? false

  async function send(): Promise<void> {
    if (asker === undefined) return
    setBusy(true)
    setProblems(NO_PROBLEMS)
    keepTrial(identifier, { outcome: undefined })
    try {
      const trial = {
        client_id: asker.client.client_id,
        ...(as !== OWN_NAME && { user: as }),
        scope: [...scope],
        method,
        url,
        ...(known?.body !== undefined && { body: known.body }),
        ...(isConfirmed && { outside: true }),
      }
      keepTrial(identifier, { outcome: await bridge.call('apis.try', { identifier, trial }) })
    } catch (error) {
      setProblems(readProblems(parseError(error)))
    } finally {
      setBusy(false)
    }
  }

  return {
    askers,
    asker,
    users,
    as,
    scope,
    calls,
    call,
    method,
    url,
    isElsewhere: isElsewhere(url, issuer),
    isConfirmed,
    isBusy,
    outcome,
    problems,
    pick: (changes) => keepTrial(identifier, { picked: { ...picked, ...changes } }),
    send,
  }
}

/** A list to choose from, not to search in. */
const MOST_USERS = 50
