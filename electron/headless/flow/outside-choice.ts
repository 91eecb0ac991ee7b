/** `--issuer`: a walk at an issuer that runs elsewhere, by an application that is known there. */
import { splitScope } from '#shared/oauth/scope.ts'
import type { Choice, Flow } from '#shared/flows/flow.ts'
import { asOutsideClient, outsideChoice } from '#shared/flows/outside.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import type { Core } from '../../core/create-core.ts'
import { pickLayers } from './build-choice.ts'
import type { OutsideFlags, RunFlags } from './flow-flags.ts'
import { unknown } from './usage.ts'

export async function buildOutsideChoice(
  flow: Flow,
  flags: RunFlags,
  outside: OutsideFlags,
  call: Core['call'],
): Promise<Choice> {
  const issuer = await meetIssuer(flags, outside, call)
  const client = issuer.clients.find(({ client_id }) => client_id === outside.client)
  if (!client)
    throw unknown(
      '--client',
      outside.client,
      issuer.clients.map(({ client_id }) => client_id),
    )
  const own = outsideChoice(flow, issuer, asOutsideClient(client))
  return {
    ...own,
    variant: flags.variant ?? own.variant,
    second_client_id: flags.secondClient ?? own.second_client_id,
    ...(flags.scope && { scope: flags.scope }),
    ...(flags.layers && { layers: pickLayers(flow, flags.layers) }),
  }
}

/** One that is in the data folder already is taken as it is there. */
async function meetIssuer(flags: RunFlags, outside: OutsideFlags, call: Core['call']): Promise<OutsideIssuer> {
  const { items } = await call('issuers.list', {})
  const known = items.find(({ issuer, discovery }) => [issuer, discovery].includes(outside.issuer))
  const found = known ?? (await addIssuer(flags, outside, call))
  // Its schema leaves out what the metadata of an issuer are typed as here.
  return found as unknown as OutsideIssuer
}

async function addIssuer({ api, scope }: RunFlags, { issuer, client, secret }: OutsideFlags, call: Core['call']) {
  const { value } = await call('issuers.create', {
    issuer: {
      address: issuer,
      clients: [{ client_id: client, ...(secret !== undefined && { client_secret: secret }) }],
      ...(api !== undefined && { api: { url: api, scope: splitScope(scope?.join(' ')).join(' ') } }),
    },
  })
  return value
}
