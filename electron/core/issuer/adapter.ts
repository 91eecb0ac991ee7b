import { errors } from 'oidc-provider'
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider'
import type { ClientMetadata } from '#shared/model/client.ts'
import { epochSeconds } from '../store/epoch-seconds.ts'
import type { Store, StoredRecord } from '../store/store.ts'

export interface AdapterOptions {
  readonly store: Pick<Store, 'records' | 'clients'>
  /** Gives a client's metadata as oidc-provider is to see it. */
  readonly findClient: (id: string) => Promise<object | undefined>
  /** Seconds since the epoch. */
  readonly now?: (() => number) | undefined
}

/**
 * What oidc-provider keeps, kept in the store. No method waits for the disk: whoever answers a request awaits
 * `store.durable()` first, once, so that all writes of all requests of the moment share one commit.
 *
 * oidc-provider calls anything that has a prototype with `new`, and a class would not be told of this store. The
 * factory is therefore an arrow function.
 */
export function createAdapterFactory({ store, findClient, now = epochSeconds }: AdapterOptions): AdapterFactory {
  return (model) => {
    if (model === 'Client') return createClientAdapter(store.clients, findClient)
    const adapter = createRecordAdapter(store.records, model, now)
    return model === 'ReplayDetection'
      ? { ...adapter, find: async (id) => findOrClaim(store.records, id, now()) }
      : adapter
  }
}

/** A session is written at each use, and oidc-provider does not say when that was. */
function createRecordAdapter(records: Store['records'], model: string, now: () => number): Adapter {
  return {
    async upsert(id, payload, expiresIn) {
      const kept = model === 'Session' && payload.accountId !== undefined ? { ...payload, usedAt: now() } : payload
      records.upsert(model, id, kept, expiresIn === undefined ? undefined : now() + expiresIn)
    },
    find: async (id) => payloadOf(records.find(model, id)),
    findByUserCode: async (userCode) => payloadOf(records.findByUserCode(model, userCode)),
    findByUid: async (uid) => payloadOf(records.findByUid(model, uid)),
    async consume(id) {
      if (!records.consume(model, id)) throw alreadyUsed(model)
    },
    destroy: async (id) => records.destroy(model, id),
    // Called once for each model that the client may use; the first call has reached every model of the grant.
    async revokeByGrantId(grantId) {
      records.destroyByGrantId(grantId)
    },
  }
}

/** Dynamic registration and its management write clients; nothing of a client expires, is consumed or has a code. */
function createClientAdapter(clients: Store['clients'], findClient: AdapterOptions['findClient']): Adapter {
  return {
    async upsert(id, metadata) {
      clients.put({ ...metadata, client_id: id } as ClientMetadata, 'dynamic')
    },
    find: async (id) => findClient(id) as Promise<AdapterPayload | undefined>,
    findByUserCode: async () => undefined,
    findByUid: async () => undefined,
    consume: async () => undefined,
    async destroy(id) {
      clients.remove(id)
    },
    revokeByGrantId: async () => undefined,
  }
}

/** Long enough for the record proper to take the claim's place, which it does in the same turn of the event loop. */
const CLAIM = 60

/**
 * ReplayDetection.unique() looks for a `jti` and writes it when it is not there, with waits between the two, in which
 * a second use of the same `jti` would look and find nothing either. So a look that finds nothing leaves a claim
 * behind. The store is synchronous: nothing runs between that look and that claim, and the second use finds the claim.
 */
function findOrClaim(records: Store['records'], id: string, time: number): AdapterPayload | undefined {
  const found = records.find('ReplayDetection', id)
  if (found !== undefined) return payloadOf(found)
  const exp = time + CLAIM
  records.upsert('ReplayDetection', id, { jti: id, kind: 'ReplayDetection', exp }, exp)
  return undefined
}

/** Each look parses anew, so oidc-provider may do with the payload what it likes. */
function payloadOf(record: StoredRecord | undefined): AdapterPayload | undefined {
  if (record === undefined) return undefined
  const payload = 'usedAt' in record.payload ? withoutUse(record.payload) : record.payload
  return record.consumedAt === undefined ? payload : { ...payload, consumed: record.consumedAt }
}

function withoutUse({ usedAt: _usedAt, ...payload }: StoredRecord['payload']): AdapterPayload {
  return payload
}

const LABELS: Readonly<Record<string, string>> = {
  AuthorizationCode: 'authorization code',
  RefreshToken: 'refresh token',
  DeviceCode: 'device code',
  BackchannelAuthenticationRequest: 'backchannel authentication request',
}

/**
 * oidc-provider looks at `consumed` first and consumes some turns later. Of two requests that both passed that look,
 * this refuses the second (RFC 6749 section 4.1.2: a code must not be used more than once).
 */
function alreadyUsed(model: string): Error {
  if (model === 'PushedAuthorizationRequest') {
    return new errors.InvalidRequestUri('request_uri is invalid, expired, or was already used')
  }
  return new errors.InvalidGrant(`${LABELS[model] ?? model} already used`)
}
