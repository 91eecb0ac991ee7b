/** Issuers that run elsewhere, and the clients that a person has there. */
import type { OutsideIssuerView } from '#shared/contract/calls/issuers.ts'
import { checkShape } from '#shared/contract/check-shape.ts'
import { buildFinding, quote } from '#shared/contract/finding.ts'
import { outsideIssuerSchema, type OutsideIssuerFile } from '#shared/contract/outside-issuer.ts'
import type { OutsideIssuer } from '#shared/model/outside-issuer.ts'

import { commit } from './commit.ts'
import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings, assertSameId, conflict, invalid, notFound } from './failures.ts'
import type { Handlers } from './handlers.ts'
import { showClient, takeApart, type TakenApart } from './issuers/client-secrets.ts'
import { discover, type Discovered } from './issuers/discover.ts'
import { examineAddress } from './issuers/examine.ts'
import { assertVersion, versionOf } from './version.ts'

export function issuerHandlers({ store, fetch, address, port, ports }: ApiDependencies): Handlers<'issuers'> {
  const { outsideIssuers, outsideSecrets } = store

  function find(id: string): OutsideIssuer {
    const found = outsideIssuers.get(id)
    if (found) return found
    throw notFound('outside issuer', id, 'List the issuers to see which there are.')
  }

  function show(issuer: OutsideIssuer): OutsideIssuerView {
    const { clients, ...rest } = issuer
    return {
      ...rest,
      clients: clients.map((client) => showClient(client, outsideSecrets.get(issuer.id, client.client_id))),
    } as OutsideIssuerView
  }

  function versioned(issuer: OutsideIssuer) {
    return { version: versionOf(issuer), value: show(issuer) }
  }

  /** What was found is written with the clients in one go; secrets of clients that are gone go, too. */
  function save(id: string, file: OutsideIssuerFile, found: Discovered & { readonly fetchedAt: number }) {
    assertClientsDiffer(file)
    const taken = (file.clients ?? []).map((client) => takeApart(client, outsideSecrets.get(id, client.client_id)))
    const before = outsideIssuers.get(id)?.clients ?? []
    const gone = before.filter(({ client_id }) => !taken.some(({ metadata }) => metadata.client_id === client_id))
    for (const { client_id } of gone) outsideSecrets.remove(id, client_id)
    const issuer: OutsideIssuer = {
      id,
      name: file.name ?? new URL(found.issuer).host,
      ...found,
      clients: taken.map(({ metadata }) => metadata),
      ...(file.api && { api: file.api }),
    }
    outsideIssuers.put(issuer)
    keepSecrets(id, taken)
    return versioned(issuer)
  }

  function keepSecrets(id: string, taken: readonly TakenApart[]): void {
    for (const { metadata, secrets } of taken) outsideSecrets.put(id, metadata.client_id, secrets)
  }

  async function look(address: string) {
    return { ...(await discover(address, fetch)), fetchedAt: Date.now() }
  }

  return {
    'issuers.list': () => ({ items: outsideIssuers.list().map(show), keeping: outsideSecrets.keeping }),
    'issuers.get': ({ id }) => versioned(find(id)),
    'issuers.discover': ({ where }) => discover(where.address, fetch),
    'issuers.examine': ({ at: { address: examined, origin = ports.screens.address } }) =>
      examineAddress({ address: examined, origin: new URL(origin).origin, own: { issuer: address, port } }, fetch),
    'issuers.create': async ({ issuer }) => {
      assertClientsDiffer(issuer)
      const found = await look(issuer.address)
      return commit(store, () => {
        const id = issuer.id ?? freeId(found.issuer, (taken) => outsideIssuers.get(taken) !== undefined)
        if (outsideIssuers.get(id)) throw alreadyThere(id)
        return save(id, issuer, found)
      })
    },
    'issuers.replace': async ({ id, issuer, ifVersion }) => {
      assertSameId(issuer.id, id, 'issuer', 'id')
      assertNoFindings(checkShape(outsideIssuerSchema, { ...issuer, id }, ['issuer']))
      const now = outsideIssuers.get(id)
      // Its clients can be changed while it is not there to be asked.
      const found = now?.issuer === issuer.address ? now : await look(issuer.address)
      const { issuer: name, discovery, metadata, fetchedAt } = found
      return commit(store, () => {
        const before = outsideIssuers.get(id)
        assertVersion(ifVersion, before)
        const saved = save(id, issuer, { issuer: name, discovery, metadata, fetchedAt })
        return { ...saved, created: before === undefined }
      })
    },
    'issuers.refresh': async ({ id }) => {
      const found = await look(find(id).issuer)
      return commit(store, () => {
        const issuer = { ...find(id), ...found }
        outsideIssuers.put(issuer)
        return versioned(issuer)
      })
    },
    'issuers.remove': ({ id, ifVersion }) =>
      commit(store, () => {
        const issuer = find(id)
        assertVersion(ifVersion, issuer)
        for (const { client_id } of issuer.clients) outsideSecrets.remove(id, client_id)
        outsideIssuers.remove(id)
        return {}
      }),
  }
}

function assertClientsDiffer({ clients = [] }: OutsideIssuerFile): void {
  const ids = clients.map(({ client_id }) => client_id)
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twice === -1) return
  const path = ['issuer', 'clients', twice, 'client_id']
  throw invalid([buildFinding(path, quote(ids[twice] ?? ''), 'another client_id, since this one is there already')])
}

function freeId(issuer: string, isTaken: (id: string) => boolean): string {
  const { host } = new URL(issuer)
  const base = host.replaceAll(/[^\w.-]+/g, '-').slice(0, 90)
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!isTaken(id)) return id
  }
}

function alreadyThere(id: string) {
  return conflict(`The outside issuer ${quote(id)} is there already. Change it with PUT, or take another id.`)
}
