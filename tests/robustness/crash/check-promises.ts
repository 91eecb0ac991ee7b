import { WEB, TV } from './crash-clients.ts'
import { createIssuerCalls, type IssuerCalls } from './issuer-calls.ts'
import type { Promises } from './promises.ts'

const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code'
/** Several at a time, so that a hundred rounds take minutes and not hours. */
const AT_ONCE = 8

/** What was answered and does not hold any more, one line each; checked in an order in which no check spoils the next. */
export async function checkPromises(issuer: string, promises: Promises): Promise<string[]> {
  const calls = createIssuerCalls(issuer)
  const lasting = await checkLasting(calls, promises)
  const refreshed = await each(promises.refresh, async (token) => {
    const { access_token } = await calls.token(WEB, { grant_type: 'refresh_token', refresh_token: token })
    return typeof access_token === 'string'
  })
  const exchanged = await each(promises.codes, async (code) => {
    const { access_token } = await calls.token(WEB, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: WEB.redirect,
    })
    return typeof access_token === 'string'
  })
  const pending = await each(promises.deviceCodes, async (device_code) => {
    return (await calls.tokenError({ grant_type: DEVICE, device_code, client_id: TV.id })) === 'authorization_pending'
  })
  // Last, since a code that is used twice takes its grant along.
  const reused = await each(promises.spentCodes, async (code) => {
    return (
      (await calls.tokenError({ grant_type: 'authorization_code', code, redirect_uri: WEB.redirect }, WEB)) ===
      'invalid_grant'
    )
  })
  return [
    ...lasting,
    ...refreshed.map((token) => `refresh token ${token} does not work`),
    ...exchanged.map((code) => `code ${code} cannot be exchanged`),
    ...pending.map((code) => `device code ${code} is not pending`),
    ...reused.map((code) => `code ${code} was accepted a second time`),
  ]
}

/** Only what can be looked at as often as one likes. */
export async function checkLasting(calls: IssuerCalls, promises: Promises): Promise<string[]> {
  const inactive = await each(promises.active, (token) => calls.isActive(token))
  const refused = await each(promises.ofUsers, async (token) => (await calls.userInfo(token)) === 200)
  const alive = await each(promises.revoked, async (token) => !(await calls.isActive(token)))
  const gone = await each(
    promises.registrations,
    async ([address, token]) => (await calls.registration('GET', address, token)) === 200,
  )
  const back = await each(
    promises.deregistered,
    async ([address, token]) => (await calls.registration('GET', address, token)) === 401,
  )
  const signedOut = await each(promises.sessions, async (session) => (await calls.silently(session)) !== undefined)
  return [
    ...inactive.map((token) => `access token ${token} is not active`),
    ...refused.map((token) => `access token ${token} is refused by UserInfo`),
    ...alive.map((token) => `token ${token} is active though it was revoked`),
    ...gone.map(([address]) => `registration ${address} is gone`),
    ...back.map(([address]) => `registration ${address} is there though it was deleted`),
    ...signedOut.map((session) => `session ${session} is signed out`),
  ]
}

async function each<Item>(items: Iterable<Item>, holds: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const queue = [...items]
  const broken: Item[] = []
  async function work(): Promise<void> {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      if (!(await holds(item).catch(() => false))) broken.push(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return broken
}
