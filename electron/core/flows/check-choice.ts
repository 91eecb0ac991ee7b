import { checkChoice, isPossible } from '#shared/flows/choice.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'

import { invalidFields, messageOf } from './failures.ts'
import type { FlowParts } from './flow-engine.ts'
import type { World, WorldParties } from './world.ts'

/** Throws what is wrong with a choice, field by field, and what could be picked instead. */
export function assertPossible(flow: Flow, choice: Choice, world: World, { store }: Pick<FlowParts, 'store'>): void {
  const { outside, client, api, second } = findParties(choice, world)
  if (!client) {
    const where = outside ? ` at ${outside.issuer.name}. Add it there first.` : `. ${LIST_CLIENTS}`
    throw invalidFields({ 'choice.client_id': `There is no application ${choice.client_id}${where}` })
  }
  const missing = [choice.client_id, choice.second_client_id].flatMap((id) =>
    id === undefined ? [] : (outside?.checkSecrets(id) ?? []),
  )
  if (missing.length > 0) throw invalidFields({ 'choice.client_id': missing.join(' ') })
  if (!outside && !store.users.get(choice.user)) {
    const users = store.users.list().map(({ username }) => username)
    throw invalidFields({ 'choice.user': `There is no user ${choice.user}. There are: ${users.join(', ')}.` })
  }
  const obstacles = checkChoice(flow, choice, client, api, { issuer: outside?.issuer.metadata, second })
  if (isPossible(choice, obstacles)) return
  const { layers, needed, flow: never, ...fields } = obstacles
  if (never !== undefined) throw invalidFields({ flow: never })
  const isOn = (id: string): boolean => choice.layers.some((layer) => layer === id)
  const blocked = Object.entries(layers).filter(([id]) => isOn(id))
  const lacking = Object.entries(needed).filter(([id]) => !isOn(id))
  throw invalidFields({
    ...Object.fromEntries(Object.entries(fields).map(([name, text]) => [`choice.${name}`, text])),
    ...(blocked.length + lacking.length > 0 && {
      'choice.layers': [...blocked, ...lacking].map(([id, text]) => `${id}: ${text}`).join(' '),
    }),
  })
}

function findParties(choice: Choice, world: World): WorldParties {
  try {
    return world.findParties(choice)
  } catch (error) {
    if (choice.issuer === undefined) throw error
    throw invalidFields({ 'choice.issuer': messageOf(error) })
  }
}

const LIST_CLIENTS = 'List the applications to see which there are.'
