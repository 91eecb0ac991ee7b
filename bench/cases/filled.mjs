// A file that has been in use for long against an empty one.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare } from '../lib/compare.mjs'
import { startProgram, temporaryFolder } from '../lib/program.mjs'
import { buildLoadRows, summarizeWork } from '../lib/rows.mjs'
import { askForTokens, introspectEach, makeOpaqueTokens } from '../lib/visits.mjs'

const FILL = fileURLToPath(new URL('../fill/fill-store.mjs', import.meta.url))
const SHAPE = [
  'electron/core/store/migrations/0001-first.ts',
  'electron/core/store/traffic/migrations.ts',
  'bench/fill/fill-store.mjs',
]

const TOKENS = 1_000_000
const EXCHANGES = 100_000

export const filled = {
  name: 'filled',
  /** @param {import('../lib/options.mjs').Options} options */
  async run({ program, rounds, share, quick }) {
    const tokens = quick ? TOKENS / 10 : TOKENS
    const folder = fill(tokens, quick ? EXCHANGES / 10 : EXCHANGES)
    const full = await startProgram(program, { from: folder })
    const empty = await startProgram(program, { from: fill(0, 0) })
    try {
      const parts = []
      for (const part of [
        { what: 'filled file, new opaque tokens', full: askForTokens('opaque'), empty: askForTokens('opaque') },
        { what: 'filled file, introspection', full: introspectStored(tokens), empty: introspectNew },
      ]) {
        const measured = await compare({
          ours: { server: full, prepare: part.full },
          peer: { server: empty, prepare: part.empty },
          rounds,
          visits: Math.ceil(4000 * share),
          connections: 16,
        })
        const rows = buildLoadRows({ what: part.what, against: 'an empty file', atLeast: 0.9, rounds: measured })
        parts.push({ rows, work: summarizeWork(measured), rounds: measured })
      }
      return {
        tokens,
        rows: parts.flatMap(({ rows }) => rows),
        work: parts.map(({ work }) => work),
        rounds: parts.map((part) => part.rounds),
      }
    } finally {
      await Promise.all([full.stop(), empty.stop()])
    }
  },
}

/** Tokens from all over the table, so that every one is read from another page of the file. */
function introspectStored(/** @type {number} */ count) {
  return async (/** @type {import('../lib/processes.mjs').Server} */ { origin }) =>
    introspectEach(
      origin,
      Array.from({ length: 4000 }, () => storedToken(Math.floor(Math.random() * count))),
    )
}

async function introspectNew(/** @type {import('../lib/processes.mjs').Server} */ server) {
  return introspectEach(server.origin, await makeOpaqueTokens(server, 2000))
}

/** As fill/fill-store.mjs names them. */
function storedToken(/** @type {number} */ number) {
  return createHash('sha256').update(`token ${number}`).digest('base64url')
}

/** Made once and kept with the machine's temporary files, as long as the tables have the same shape. */
export function fill(/** @type {number} */ tokens, /** @type {number} */ exchanges) {
  const hash = createHash('sha256')
  for (const file of SHAPE) hash.update(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url))))
  const folder = join(tmpdir(), `valetkey-bench-filled-${tokens}-${exchanges}-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(folder)) return folder
  const begun = temporaryFolder()
  const { status, stderr } = spawnSync(process.execPath, [FILL, begun, String(tokens), String(exchanges)], {
    encoding: 'utf8',
  })
  if (status !== 0) {
    rmSync(begun, { recursive: true, force: true })
    throw new Error(`the file could not be filled: ${stderr}`)
  }
  renameSync(begun, folder)
  return folder
}
