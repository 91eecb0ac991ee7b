import { JWT_API, MACHINE, OPAQUE_API, WEB } from './crash-clients.ts'
import { createIssuerCalls, type IssuerCalls, text } from './issuer-calls.ts'
import { noPromises, type Promises } from './promises.ts'

export interface Traffic {
  readonly promises: Promises
  /** How many requests have been answered. */
  readonly answered: number
  /** Whatever an answer was that it should not have been. */
  readonly wrong: readonly string[]
  /** Resolves as soon as that many have been answered. */
  reach(answers: number): Promise<void>
  /** No new request is begun; resolves when the last has been answered or has broken off. */
  stop(): Promise<void>
}

type Deed = (calls: IssuerCalls, promises: Promises) => Promise<void>

/** Many clients at once, each doing one thing after another, and every kind of thing. */
export function startTraffic(issuer: string): Traffic {
  const promises = noPromises()
  const wrong: string[] = []
  let answered = 0
  let stopped = false
  let awaited: { answers: number; resolve: () => void } | undefined
  const calls = counted(createIssuerCalls(issuer), () => {
    answered += 1
    if (awaited && answered >= awaited.answers) awaited.resolve()
  })

  async function repeat(deed: Deed): Promise<void> {
    while (!stopped) {
      try {
        await deed(calls, promises)
      } catch (error) {
        // The connection broke: the program is gone, or going.
        if (error instanceof TypeError) return
        wrong.push(String(error))
      }
    }
  }
  const clients = DEEDS.map(repeat)

  return {
    promises,
    wrong,
    get answered() {
      return answered
    },
    reach: (answers) => new Promise((resolve) => (answered >= answers ? resolve() : (awaited = { answers, resolve }))),
    async stop() {
      stopped = true
      await Promise.all(clients)
    },
  }
}

/** Counts a call when it has been answered, and not when it broke off. */
function counted(calls: IssuerCalls, count: () => void): IssuerCalls {
  return new Proxy(calls, {
    get: (target, name: keyof IssuerCalls) => {
      const call = target[name] as (...args: unknown[]) => Promise<unknown>
      return async (...args: unknown[]) => {
        const result = await call(...args)
        count()
        return result
      }
    },
  })
}

const PASSWORD = { grant_type: 'password', username: 'alice', password: 'alice', scope: 'openid offline_access' }

function machineToken(resource: string, scope: string): Deed {
  return async (calls, { active }) => {
    const { access_token } = await calls.token(MACHINE, { grant_type: 'client_credentials', resource, scope })
    active.add(text(access_token))
  }
}

function revokedToken(resource: string, scope: string): Deed {
  return async (calls, { revoked }) => {
    const { access_token } = await calls.token(MACHINE, { grant_type: 'client_credentials', resource, scope })
    await calls.revoke(MACHINE, text(access_token))
    revoked.add(text(access_token))
  }
}

/** Signs in, leaves every other code unspent, and goes on in the same browser without a page. */
async function codes(
  calls: IssuerCalls,
  { codes: unspent, sessions, active, ofUsers, refresh, spentCodes }: Promises,
): Promise<void> {
  const { code, session } = await calls.signIn()
  unspent.add(code)
  sessions.add(session)
  const second = text(await calls.silently(session))
  const tokens = await calls.token(WEB, { grant_type: 'authorization_code', code: second, redirect_uri: WEB.redirect })
  spentCodes.add(second)
  active.add(text(tokens['access_token']))
  ofUsers.add(text(tokens['access_token']))
  refresh.add(text(tokens['refresh_token']))
}

async function refreshes(calls: IssuerCalls, { refresh, revoked, active, ofUsers }: Promises): Promise<void> {
  let tokens = await calls.token(WEB, PASSWORD)
  for (let turn = 0; turn < 4; turn += 1) {
    const before = text(tokens['refresh_token'])
    active.add(text(tokens['access_token']))
    ofUsers.add(text(tokens['access_token']))
    if (turn > 0) refresh.delete(before)
    tokens = await calls.token(WEB, { grant_type: 'refresh_token', refresh_token: before })
    revoked.add(before)
    refresh.add(text(tokens['refresh_token']))
  }
}

/** A revoked refresh token takes the access token of its grant along. */
async function revokedGrant(calls: IssuerCalls, { revoked }: Promises): Promise<void> {
  const { access_token, refresh_token } = await calls.token(WEB, PASSWORD)
  await calls.revoke(WEB, text(refresh_token))
  revoked.add(text(access_token)).add(text(refresh_token))
}

async function devices(calls: IssuerCalls, { deviceCodes }: Promises): Promise<void> {
  deviceCodes.add(await calls.deviceCode())
}

async function registrations(calls: IssuerCalls, { registrations: kept, deregistered }: Promises): Promise<void> {
  const first = await calls.register()
  kept.set(first.address, first.token)
  const second = await calls.register()
  await calls.registration('DELETE', second.address, second.token)
  deregistered.set(second.address, second.token)
}

const DEEDS: readonly Deed[] = [
  machineToken(OPAQUE_API, 'read:pictures'),
  machineToken(OPAQUE_API, 'read:pictures'),
  machineToken(JWT_API, 'geocode'),
  revokedToken(OPAQUE_API, 'read:pictures'),
  revokedToken(JWT_API, 'geocode'),
  codes,
  codes,
  refreshes,
  refreshes,
  revokedGrant,
  devices,
  registrations,
]
