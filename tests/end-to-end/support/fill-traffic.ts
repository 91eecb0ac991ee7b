/** A folder that has been in use for long: recorded exchanges by the store's own writer. */
import { join } from 'node:path'

import { SETTINGS_DEFAULTS } from '#shared/model/settings.ts'

import { openStore } from '../../../electron/core/store/open-store.ts'
import { type NewExchange, openTrafficStore } from '../../../electron/core/store/traffic/traffic-store.ts'

const BATCH = 10_000
const BODY = { text: '', encoding: 'utf8', size: 0, truncated: false } as const
/** As many as a sign-in has. */
const OF_A_SIGN_IN = 10

export async function fillTraffic(folder: string, count: number): Promise<void> {
  const store = openStore({ directory: folder })
  store.settings.put({ ...SETTINGS_DEFAULTS, retention: { ...SETTINGS_DEFAULTS.retention, maxCount: count * 10 } })
  await store.durable()
  store.close()
  const traffic = openTrafficStore(join(folder, 'traffic.sqlite'))
  for (let done = 0; done < count; done += BATCH) {
    traffic.batch(() => {
      for (let number = done + 1; number <= Math.min(done + BATCH, count); number += 1) {
        const exchange = buildExchange(number, count)
        traffic.insert(exchange, exchange.url)
      }
    })
  }
  traffic.close()
}

/** The number of each stands in its address, between two words, and is its id. */
function buildExchange(number: number, count: number): NewExchange {
  const [method, url] = ['POST', `http://localhost:4400/token?number=${number}&done`]
  const isRefused = number % 25 === 0
  const status = isRefused ? 400 : 200
  return {
    direction: 'in',
    startedAt: Date.now() - (count - number) * 10,
    duration: 3.5,
    endpoint: 'token',
    signIn: `sign-in-${Math.ceil(number / OF_A_SIGN_IN)}`,
    client_id: number % 2 === 0 ? 'calendar-app' : 'taxi-finder',
    user: 'alice',
    method,
    url,
    status,
    ...(isRefused && { error: { code: 'invalid_grant' } }),
    request: { method, url, httpVersion: '1.1', headers: [], body: BODY },
    response: { status, statusText: 'OK', headers: [], body: BODY },
  }
}
