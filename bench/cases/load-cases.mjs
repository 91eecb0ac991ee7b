// Everything that is a rate over some connections, against one of the peers.
import { compare } from '../lib/compare.mjs'
import { startBare, startMock } from '../lib/peers.mjs'
import { startProgram } from '../lib/program.mjs'
import { buildLoadRows, summarizeWork } from '../lib/rows.mjs'
import { askForTokens, askUserInfo, introspect, refresh, signInLikeBrowser } from '../lib/visits.mjs'

const BARE = 'bare oidc-provider'
const MOCK = 'oauth2-mock-server'
const CONNECTIONS = 16

/** One line a case: what, against whom, what to reach, how many visits a round, what a visitor does. */
// prettier-ignore
const LOADS = [
  { name: 'client-credentials-opaque', what: 'client_credentials, opaque', against: BARE, atLeast: 0.8, visits: 4000, prepare: askForTokens('opaque') },
  { name: 'client-credentials-rs256', what: 'client_credentials, RS256', against: BARE, atLeast: 0.95, visits: 2500, prepare: askForTokens('rs256') },
  { name: 'client-credentials-es256', what: 'client_credentials, ES256', against: BARE, atLeast: 0.9, visits: 4000, prepare: askForTokens('es256') },
  { name: 'client-credentials-eddsa', what: 'client_credentials, EdDSA', against: BARE, atLeast: 0.9, visits: 4000, prepare: askForTokens('eddsa') },
  { name: 'client-credentials-rs256-mock', what: 'client_credentials, RS256', against: MOCK, atLeast: 1.2, visits: 2500, prepare: askForTokens('rs256') },
  { name: 'sign-in', what: 'sign-ins (code + PKCE, pages posted)', against: BARE, atLeast: 0.75, visits: 400, prepare: signInLikeBrowser },
  { name: 'introspection', what: 'introspection, opaque', against: BARE, atLeast: 0.75, visits: 4000, prepare: introspect },
  { name: 'userinfo', what: 'userinfo', against: BARE, atLeast: 0.75, visits: 4000, prepare: askUserInfo },
  { name: 'refresh', what: 'refresh, rotating', against: BARE, atLeast: 0.75, visits: 2000, prepare: refresh },
]

export const loadCases = LOADS.map(({ name, what, against, atLeast, visits, prepare }) => ({
  name,
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, other, rounds, share }) {
    const ours = await startProgram(program)
    const peer = other !== undefined ? await startProgram(other) : await (against === MOCK ? startMock() : startBare())
    try {
      const measured = await compare({
        ours: { server: ours, prepare },
        peer: { server: peer, prepare },
        rounds,
        visits: Math.ceil(visits * share),
        connections: CONNECTIONS,
      })
      const label = other === undefined ? against : 'the other build'
      return {
        rows: buildLoadRows({ what, against: label, atLeast, p99AtMost: 1.5, rounds: measured }),
        work: summarizeWork(measured),
        rounds: measured,
      }
    } finally {
      await Promise.all([ours.stop(), peer.stop()])
    }
  },
}))
