// What recording costs: the program against itself with recording switched off.
import { compare } from '../lib/compare.mjs'
import { startProgram } from '../lib/program.mjs'
import { buildLoadRows, summarizeWork } from '../lib/rows.mjs'
import { askForTokens, signInLikeBrowser } from '../lib/visits.mjs'

const PARTS = [
  { what: 'recording on, client_credentials opaque', visits: 4000, prepare: askForTokens('opaque') },
  { what: 'recording on, sign-ins', visits: 400, prepare: signInLikeBrowser },
]

export const recording = {
  name: 'recording',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds, share }) {
    const on = await startProgram(program)
    const off = await startProgram(program, { flags: ['--no-recording'] })
    try {
      const parts = []
      for (const { what, visits, prepare } of PARTS) {
        const measured = await compare({
          ours: { server: on, prepare },
          peer: { server: off, prepare },
          rounds,
          visits: Math.ceil(visits * share),
          connections: 16,
        })
        parts.push({
          rows: buildLoadRows({ what, against: 'recording off', rounds: measured }),
          work: summarizeWork(measured),
          rounds: measured,
        })
      }
      return {
        rows: parts.flatMap(({ rows }) => rows),
        work: parts.map(({ work }) => work),
        rounds: parts.map((part) => part.rounds),
      }
    } finally {
      await Promise.all([on.stop(), off.stop()])
    }
  },
}
