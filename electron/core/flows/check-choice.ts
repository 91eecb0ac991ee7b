import { checkChoice, isPossible } from '#shared/flows/choice.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'

import { invalidFields } from './failures.ts'
import type { FlowParts } from './flow-engine.ts'
import type { World } from './world.ts'

/** Throws what is wrong with a choice, field by field, and what could be picked instead. */
export function assertPossible(flow: Flow, choice: Choice, world: World, { store }: Pick<FlowParts, 'store'>): void {
  const client = world.findClient(choice.client_id)
  if (!client)
    throw invalidFields({ 'choice.client_id': `There is no application ${choice.client_id}. ${LIST_CLIENTS}` })
  if (!store.users.get(choice.user)) {
    const users = store.users.list().map(({ username }) => username)
    throw invalidFields({ 'choice.user': `There is no user ${choice.user}. There are: ${users.join(', ')}.` })
  }
  const { api: identifier, second_client_id: other } = choice
  const api = identifier === undefined ? undefined : world.findApi(identifier)
  const second = other === undefined ? undefined : world.findClient(other)
  const obstacles = checkChoice(flow, choice, client, api, { second })
  if (isPossible(choice, obstacles)) return
  const { layers, needed, ...fields } = obstacles
  const isOn = (id: string): boolean => choice.layers.some((layer) => layer === id)
  const blocked = Object.entries(layers).filter(([id]) => isOn(id))
  const missing = Object.entries(needed).filter(([id]) => !isOn(id))
  throw invalidFields({
    ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [`choice.${name}`, text])),
    ...(blocked.length + missing.length > 0 && {
      'choice.layers': [...blocked, ...missing].map(([id, text]) => `${id}: ${text}`).join(' '),
    }),
  })
}

const LIST_CLIENTS = 'List the applications to see which there are.'
