// node bench/crash.mjs --rounds 100 [--seed 1]: kills the built program under traffic, again and again, and counts what was lost.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findNode } from '../scripts/lib/node.mjs'

const HEAD = [
  'round',
  'answered',
  'tokens',
  'revoked',
  'refresh',
  'codes',
  'devices',
  'clients',
  'sessions',
  'restart ms',
  'lost',
  'integrity',
]
const WIDTHS = [5, 10, 8, 9, 9, 7, 9, 9, 10, 12, 6, 11]
const RESULTS = new URL('results/crash.json', import.meta.url)

// The program and its tests want the project's own Node, whatever started this file.
if (process.execPath === findNode() || process.env['VALETKEY_BENCH_NODE']) await main()
else process.exitCode = again()

function again() {
  const env = { ...process.env, VALETKEY_BENCH_NODE: '1' }
  return (
    spawnSync(findNode(), [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit', env })
      .status ?? 1
  )
}

async function main() {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  })
  const started = performance.now()
  const rows = await crash(Number(values.rounds), Number(values.seed))
  const seconds = Math.round((performance.now() - started) / 1000)
  const summary = summarize(rows, seconds)
  console.log(`\n${summary.text}`)
  mkdirSync(new URL('.', RESULTS), { recursive: true })
  writeFileSync(
    RESULTS,
    `${JSON.stringify({ node: process.versions.node, cpus: cpus().length, seed: Number(values.seed), ...summary.figures, rows }, null, 1)}\n`,
  )
  process.exitCode = summary.figures.lost > 0 || summary.figures.broken > 0 ? 1 : 0
}

/**
 * @typedef {import('../tests/robustness/crash/crash-round.ts').CrashRound} Outcome
 * @typedef {Omit<Outcome, 'successor' | 'promises'> & { readonly round: number }} Row
 */

/**
 * All rounds on one data directory: what was promised in the first has to hold after the last.
 *
 * @param {number} rounds
 * @param {number} seed
 * @returns {Promise<Row[]>}
 */
async function crash(rounds, seed) {
  const [
    { startProgram },
    { writeCrashConfig },
    { crashOnce, createRandom },
    { makeDirectory },
    { checkLasting },
    { createIssuerCalls },
  ] = await Promise.all([
    import('../tests/support/program.ts'),
    import('../tests/robustness/crash/crash-clients.ts'),
    import('../tests/robustness/crash/crash-round.ts'),
    import('../tests/robustness/crash/data-directory.ts'),
    import('../tests/robustness/crash/check-promises.ts'),
    import('../tests/robustness/crash/issuer-calls.ts'),
  ])
  const directory = makeDirectory('crash-bench')
  const random = createRandom(seed)
  /** @type {Row[]} */
  const rows = []
  /** @type {Outcome['promises'] | undefined} */
  let first
  let program = await startProgram('--data', directory.path, '--config', writeCrashConfig(directory.path))
  try {
    console.log(HEAD.map((name, column) => name.padStart(WIDTHS[column] ?? 0)).join(''))
    for (let round = 1; round <= rounds; round += 1) {
      const { successor, promises, ...row } = await crashOnce(program, directory.path, 50 + random(500))
      program = successor
      first ??= promises
      rows.push(print({ round, ...row }))
    }
    const last = rows.pop()
    if (first === undefined || last === undefined) throw new Error('--rounds must be at least 1')
    const late = await checkLasting(createIssuerCalls(program.issuer), lasting(first))
    for (const line of late) console.log(`after the last round: ${line}`)
    rows.push({ ...last, broken: [...last.broken, ...late] })
  } finally {
    await program.kill('SIGTERM')
    directory[Symbol.dispose]()
  }
  return rows
}

/**
 * Codes used twice have taken their grants along by then, so only what belongs to no user is looked at again.
 *
 * @param {Outcome['promises']} promises
 */
function lasting(promises) {
  return { ...promises, active: promises.active.difference(promises.ofUsers), ofUsers: new Set() }
}

/** @param {Row} row */
function print(row) {
  const { promised } = row
  const cells = [
    row.round,
    row.answered,
    promised.active,
    promised.revoked + promised.spentCodes + promised.deregistered,
    promised.refresh,
    promised.codes,
    promised.deviceCodes,
    promised.registrations,
    promised.sessions,
    Math.round(row.restart),
    row.broken.length,
    row.integrity,
  ]
  console.log(cells.map((cell, column) => String(cell).padStart(WIDTHS[column] ?? 0)).join(''))
  for (const line of row.broken) console.log(`      ${line}`)
  return row
}

/**
 * @param {readonly Row[]} rows
 * @param {number} seconds
 */
function summarize(rows, seconds) {
  const sum = (/** @type {(row: Row) => number} */ pick) => rows.reduce((total, row) => total + pick(row), 0)
  const restarts = rows.map(({ restart }) => restart).toSorted((a, b) => a - b)
  const figures = {
    rounds: rows.length,
    seconds,
    answered: sum(({ answered }) => answered),
    promises: sum(({ promised }) => Object.values(promised).reduce((total, count) => total + count, 0)),
    lost: sum(({ broken }) => broken.length),
    broken: rows.filter(({ integrity }) => integrity !== 'ok').length,
    restartMedian: Math.round(restarts[Math.floor(restarts.length / 2)] ?? 0),
    restartSlowest: Math.round(restarts.at(-1) ?? 0),
  }
  const text = `${figures.rounds} rounds in ${seconds} s: ${figures.answered} requests answered, ${figures.promises} promises checked, ${figures.lost} lost, ${figures.broken} broken files; restart ${figures.restartMedian} ms (median), ${figures.restartSlowest} ms (slowest)`
  return { figures, text }
}
