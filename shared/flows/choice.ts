/** What can be picked, and why something cannot. */
import type { ClientMetadata } from '../model/client.ts'
import { isOidcScope, splitScope } from '../oauth/scope.ts'
import { authMethodOf, nameOf } from './authenticate.ts'
import type { Choice, Flow, FlowApi, IssuerMetadata, LayerId, Obstacle } from './flow.ts'
import { findLayer, layersOf } from './flows.ts'
import { checkMembers, checkUses } from './offer.ts'

/** By field, in words; what is left out is fine. */
export interface Obstacles {
  /** Why this issuer does not have the walkthrough at all. */
  readonly flow?: string
  readonly client_id?: string
  readonly second_client_id?: string
  readonly api?: string
  readonly variant?: string
  readonly scope?: string
  /** Why a layer cannot be on. */
  readonly layers: Readonly<Partial<Record<LayerId, string>>>
  /** Why a layer cannot be off. */
  readonly needed: Readonly<Partial<Record<LayerId, string>>>
}

/** Who else takes part, where that is known. */
export interface Parties {
  /** Left out: it is taken to offer everything. */
  readonly issuer?: IssuerMetadata | undefined
  /** The other application of a flow with two. */
  readonly second?: ClientMetadata | undefined
}

export function checkChoice(
  flow: Flow,
  choice: Choice,
  client: ClientMetadata,
  api?: FlowApi,
  { issuer, second }: Parties = {},
): Obstacles {
  return {
    ...named('flow', checkFlow(flow, issuer, choice.issuer !== undefined)),
    ...named('second_client_id', checkSecond(flow, choice, second)),
    ...named('client_id', flow.checkClient(client, choice.variant) ?? checkMethod(client, issuer)),
    ...named('api', checkApi(choice, api)),
    ...named('variant', checkVariant(flow, choice) ?? checkVariantOffer(flow, choice.variant, issuer)),
    ...named('scope', checkScope(choice, client)),
    layers: checkLayers(flow, choice, client, issuer),
    needed: checkNeeds(flow, client),
  }
}

/** Why an issuer does not have a walkthrough at all, whichever variant is picked. */
export function checkFlow(flow: Flow, issuer: IssuerMetadata | undefined, isOutside: boolean): Obstacle {
  if (isOutside && flow.onlyHere !== undefined) return flow.onlyHere
  const variants = flow.variants.length === 0 ? [undefined] : flow.variants.map(({ id }) => id)
  const obstacles = variants.map((variant) => checkUses(flow.uses?.(variant), issuer))
  return checkMembers(flow.needs, issuer) ?? (obstacles.includes(undefined) ? undefined : obstacles[0])
}

/** Why an issuer does not have this variant of a walkthrough. */
export function checkVariantOffer(
  flow: Flow,
  variant: string | undefined,
  issuer: IssuerMetadata | undefined,
): Obstacle {
  return flow.variants.length === 0 ? undefined : checkUses(flow.uses?.(variant), issuer)
}

/** Whether the walk can begin: nothing that is picked is impossible, and nothing that is needed is missing. */
export function isPossible(choice: Choice, { layers, needed, ...fields }: Obstacles): boolean {
  const isOn = (id: string) => choice.layers.some((layer) => layer === id)
  const isBlocked = Object.keys(layers).some(isOn)
  return Object.keys(fields).length === 0 && !isBlocked && Object.keys(needed).every(isOn)
}

/** The flow's own choice; for another client, with what that one can have. */
export function defaultChoice(flow: Flow, user = 'alice', client?: ClientMetadata): Choice {
  const choice: Choice = { user, ...flow.defaults }
  if (client === undefined || client.client_id === choice.client_id) return choice
  return fitClient(flow, choice, client)
}

/** The same choice for another client: its own API and scopes, and no layer that it cannot have or has to have. */
export function fitClient(flow: Flow, choice: Choice, client: ClientMetadata): Choice {
  const { client_id } = client
  const api = choice.api === undefined ? undefined : (client.valetkey?.defaultApi ?? choice.api)
  const variant = [choice.variant, ...flow.variants.map(({ id }) => id)].find(
    (id) => flow.checkClient(client, id) === undefined,
  )
  const scope = firstScopes(client)
  const fitted: Choice = { ...choice, client_id, api, variant: variant ?? choice.variant, scope }
  return fitLayers(flow, fitted, client)
}

/** Takes out the layers that do not go with the choice, and puts in those that the client needs. */
export function fitLayers(flow: Flow, choice: Choice, client: ClientMetadata, issuer?: IssuerMetadata): Choice {
  const needed = Object.keys(checkNeeds(flow, client))
  const wanted = layersOf(flow)
    .map(({ id }) => id)
    .filter((id) => choice.layers.includes(id) || needed.includes(id))
  const blocked = checkLayers(flow, { ...choice, layers: wanted }, client, issuer)
  return { ...choice, layers: wanted.filter((id) => blocked[id] === undefined) }
}

/** Of the API's, so that some are left out and a refusal can be seen. */
function firstScopes(client: ClientMetadata): readonly string[] {
  const scopes = splitScope(client.scope).filter((name) => !isOidcScope(name))
  return scopes.slice(0, Math.max(1, Math.ceil(scopes.length / 2)))
}

function checkSecond({ second: role }: Flow, choice: Choice, client: ClientMetadata | undefined): Obstacle {
  if (role === undefined) return undefined
  if (choice.second_client_id === undefined) return 'Two applications take part, and the second is not picked.'
  if (choice.second_client_id === choice.client_id) return 'Both applications are the same one.'
  return client === undefined ? undefined : role.checkClient(client)
}

/** Few issuers list `none`, whatever they do with public clients. */
function checkMethod(client: ClientMetadata, issuer: IssuerMetadata | undefined): Obstacle {
  const authMethod = authMethodOf(client)
  return authMethod === 'none' ? undefined : checkUses({ authMethod }, issuer)
}

function checkApi({ api }: Choice, found: FlowApi | undefined): Obstacle {
  if (api === undefined) return undefined
  if (found === undefined) return `There is no API ${api}.`
  return found.calls === undefined || found.calls.length === 0
    ? `${found.name} is not served here, so the walkthrough cannot call it.`
    : undefined
}

function checkVariant({ variants, title }: Flow, { variant }: Choice): Obstacle {
  if (variants.length === 0 || variants.some(({ id }) => id === variant)) return undefined
  return `${title} comes as ${variants.map(({ id }) => id).join(', ')}.`
}

function checkScope({ scope }: Choice, client: ClientMetadata): Obstacle {
  if (client.scope === undefined) return undefined
  const allowed = splitScope(client.scope)
  const beyond = scope.filter((name) => !allowed.includes(name))
  return beyond.length === 0 ? undefined : `${nameOf(client)} may not ask for ${beyond.join(', ')}.`
}

function checkLayers(flow: Flow, choice: Choice, client: ClientMetadata, issuer?: IssuerMetadata): Obstacles['layers'] {
  return Object.fromEntries(
    layersOf(flow).flatMap((layer) => {
      const obstacle =
        checkMembers(layer.needs, issuer) ?? checkUses(layer.uses, issuer) ?? layer.checkFit(flow, choice, client)
      return obstacle === undefined ? [] : [[layer.id, obstacle]]
    }),
  )
}

function checkNeeds(flow: Flow, client: ClientMetadata): Obstacles['needed'] {
  return Object.fromEntries(
    flow.layers.flatMap((id) => {
      const need = findLayer(id)?.checkNeed?.(client)
      return need === undefined ? [] : [[id, need]]
    }),
  )
}

function named<Name extends string>(name: Name, obstacle: Obstacle): Partial<Record<Name, string>> {
  return (obstacle === undefined ? {} : { [name]: obstacle }) as Partial<Record<Name, string>>
}
