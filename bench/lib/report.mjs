// The table for the terminal and the files for later.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { versionOf } from './peers.mjs'

/** @typedef {import('./rows.mjs').Row} Row */

const RESULTS = new URL('../results/', import.meta.url)
const HEAD = ['What', 'Here', 'Against', 'There', 'Ratio', 'Spread', 'Reach', '']

/** @param {readonly Row[]} rows */
export function formatTable(rows) {
  const lines = [HEAD, ...rows.map(formatRow)]
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const [head, ...rest] = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [head, '-'.repeat(head?.length ?? 0), ...rest].join('\n')
}

/** @param {Row} row */
function formatRow({ what, unit, ours, against, peer, ratio, reach, reached }) {
  const figure = (/** @type {number} */ value) => `${value >= 100 ? value.toFixed(0) : value.toFixed(1)} ${unit}`
  return [
    what,
    figure(ours),
    against,
    figure(peer),
    ratio.median.toFixed(2),
    `${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}`,
    reach === undefined ? '' : 'atLeast' in reach ? `>= ${reach.atLeast}` : `<= ${reach.atMost}`,
    reached === undefined ? '' : reached ? 'reached' : 'NOT REACHED',
  ]
}

/** @typedef {ReturnType<typeof import('./rows.mjs').summarizeWork>} Work */

/** @param {Work | readonly Work[]} work */
export function formatWork(work) {
  return [work]
    .flat()
    .map(({ ours, peer }) => `processor ${formatShare(ours)} against ${formatShare(peer)}`)
    .join('; ')
}

/** @param {Work['ours']} side */
function formatShare({ mainMicroseconds, allMicroseconds }) {
  return `${mainMicroseconds.toFixed(0)} of ${allMicroseconds.toFixed(0)} us`
}

/**
 * @param {string} name
 * @param {object} result
 */
export function saveResult(name, result) {
  mkdirSync(RESULTS, { recursive: true })
  const whole = {
    case: name,
    date: new Date().toISOString(),
    machine: describeMachine(),
    versions: describeVersions(),
    ...result,
  }
  writeFileSync(new URL(`${name}.json`, RESULTS), `${JSON.stringify(whole, roundNumbers, 1)}\n`)
}

export const resultsFolder = fileURLToPath(RESULTS)

function describeMachine() {
  const [first] = cpus()
  return {
    cores: cpus().length,
    model: first?.model ?? '',
    memoryGigabytes: totalmem() / 2 ** 30,
    platform: process.platform,
  }
}

function describeVersions() {
  const names = ['oidc-provider', 'better-sqlite3', 'jose', 'oauth2-mock-server']
  return { node: process.versions.node, ...Object.fromEntries(names.map((name) => [name, versionOf(name)])) }
}

/** @param {string} _key @param {unknown} value */
function roundNumbers(_key, value) {
  return typeof value === 'number' ? Number(value.toPrecision(6)) : value
}
