// Whether memory grows with what has passed: an hour's worth of traffic against the first minutes.
import { load } from '../lib/load.mjs'
import { residentMemory, untilIdle } from '../lib/processor-time.mjs'
import { startProgram } from '../lib/program.mjs'
import { buildRow } from '../lib/rows.mjs'
import { median } from '../lib/statistics.mjs'
import { askForTokens, introspect, refresh, signInLikeBrowser } from '../lib/visits.mjs'

const BEGINNING = 10_000
const HOUR = 1_000_000
/** Requests of one sign-in: six pages and redirects, two forms, the code. */
const SIGN_IN = 9
const CHUNK = 10_000

/** A tenth of the requests belong to sign-ins; the others use what those and the clients' own requests brought. */
const MIX = [
  { prepare: signInLikeBrowser, share: 0.1, requests: SIGN_IN },
  { prepare: askForTokens('opaque'), share: 0.4, requests: 1 },
  { prepare: askForTokens('es256'), share: 0.2, requests: 1 },
  { prepare: introspect, share: 0.2, requests: 1 },
  { prepare: refresh, share: 0.1, requests: 1 },
]

export const memory = {
  name: 'memory',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, quick }) {
    const server = await startProgram(program)
    const samples = []
    try {
      for (let passed = CHUNK; passed <= (quick ? HOUR / 10 : HOUR); passed += CHUNK) {
        const failures = await passChunk(server)
        if (passed === BEGINNING || passed % (CHUNK * 5) === 0)
          samples.push({ requests: passed, megabytes: await sample(server), failures })
      }
    } finally {
      await server.stop()
    }
    const [first, last] = [samples[0], samples.at(-1)]
    const pairs = [{ ours: last?.megabytes ?? Number.NaN, peer: first?.megabytes ?? Number.NaN }]
    const what = `memory after ${(last?.requests ?? 0).toLocaleString('en')} requests`
    return {
      rows: [buildRow({ what, unit: 'MB', against: 'after the first 10,000', reach: { atMost: 1.3 }, pairs })],
      rounds: samples,
    }
  },
}

/** @param {import('../lib/processes.mjs').Server} server */
async function passChunk(server) {
  let failures = 0
  for (const { prepare, share, requests } of MIX) {
    const visits = Math.floor((CHUNK * share) / requests)
    failures += (await load({ origin: server.origin, connections: 16, visits, visitor: await prepare(server) }))
      .failures
  }
  return failures
}

/** Once what was delivered is written, the median of some looks, since the collector comes and goes. */
async function sample(/** @type {import('../lib/processes.mjs').Server} */ { pid }) {
  await untilIdle([pid])
  const looks = []
  for (let look = 0; look < 9; look += 1) {
    looks.push(residentMemory(pid))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return median(looks)
}
