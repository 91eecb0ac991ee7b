/**
 * RFC 8628 section 3.5 and CIBA section 11: a client waits `interval` seconds between polls, and one that does not is
 * told to `slow_down` by five more. oidc-provider sends neither.
 */
import { errors, Provider } from 'oidc-provider'

import { putLast } from '#shared/collections/put-last.ts'

const INTERVAL = 5
const INCREASE = 5
/** Timers of clients and servers differ; half a second early is on time. */
const TOLERANCE = 500
const MAX_TRACKED = 10_000

interface Pending {
  readonly jti: string
  readonly isExpired: boolean
  readonly accountId?: string | undefined
  readonly grantId?: string | undefined
  readonly error?: string | undefined
}

type Model = { find(value: string, options?: object): Promise<unknown> }

export function pacePolling(provider: Provider): void {
  const clock = createPollClock()
  pace(provider.DeviceCode, (code) => !code.accountId && !code.error, clock)
  pace(provider.BackchannelAuthenticationRequest, (request) => !request.grantId && !request.error, clock)
  provider.on('device_authorization.success', (_ctx, response) => addInterval(response))
}

export function addInterval(response: unknown): void {
  if (typeof response === 'object' && response !== null) Object.assign(response, { interval: INTERVAL })
}

function pace(model: Model, isPending: (entity: Pending) => boolean, clock: PollClock): void {
  const find = model.find.bind(model)
  model.find = async (value, options) => {
    const found = (await find(value, options)) as Pending | undefined
    const polling = found && Provider.ctx?.oidc.route === 'token' && !found.isExpired && isPending(found)
    if (polling && clock.isEarly(found.jti)) throw new errors.SlowDown()
    return found
  }
}

interface PollClock {
  /** Notes the poll, and says whether it came before its time. */
  isEarly(jti: string): boolean
}

function createPollClock(now: () => number = () => performance.now()): PollClock {
  const polls = new Map<string, { at: number; interval: number }>()
  return {
    isEarly(jti) {
      const last = polls.get(jti)
      const early = last !== undefined && now() - last.at < last.interval * 1000 - TOLERANCE
      const interval = (last?.interval ?? INTERVAL) + (early ? INCREASE : 0)
      putLast(polls, jti, { at: now(), interval }, MAX_TRACKED)
      return early
    },
  }
}
