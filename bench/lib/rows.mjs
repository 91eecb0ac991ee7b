// From rounds to the rows of the table.
import { median, spread } from './statistics.mjs'

/**
 * @typedef {{ atLeast: number } | { atMost: number }} Reach
 *
 * @typedef {object} Row
 * @property {string} what
 * @property {string} unit
 * @property {number} ours
 * @property {string} against
 * @property {number} peer
 * @property {ReturnType<typeof spread>} ratio
 * @property {Reach | undefined} reach
 * @property {boolean | undefined} reached undefined where nothing was to be reached
 */

/**
 * @param {{ what: string, unit: string, against: string, reach?: Reach | undefined, pairs: readonly { ours: number, peer: number }[] }} options
 * @returns {Row}
 */
export function buildRow({ what, unit, against, reach, pairs }) {
  const ratio = spread(pairs.map(({ ours, peer }) => ours / peer))
  return {
    what,
    unit,
    ours: median(pairs.map(({ ours }) => ours)),
    against,
    peer: median(pairs.map(({ peer }) => peer)),
    ratio,
    reach,
    reached: reach && ('atLeast' in reach ? ratio.median >= reach.atLeast : ratio.median <= reach.atMost),
  }
}

/**
 * How many a second, and how long the slowest hundredth took.
 *
 * @param {{ what: string, against: string, atLeast?: number, p99AtMost?: number, rounds: readonly import('./compare.mjs').Round[] }} options
 * @returns {Row[]}
 */
export function buildLoadRows({ what, against, atLeast, p99AtMost, rounds }) {
  const pairs = (/** @type {'perSecond' | 'p99'} */ figure) =>
    rounds.map(({ ours, peer }) => ({ ours: ours[figure], peer: peer[figure] }))
  return [
    buildRow({
      what,
      unit: '/s',
      against,
      reach: atLeast === undefined ? undefined : { atLeast },
      pairs: pairs('perSecond'),
    }),
    buildRow({
      what: `${what}, p99`,
      unit: 'ms',
      against,
      reach: p99AtMost === undefined ? undefined : { atMost: p99AtMost },
      pairs: pairs('p99'),
    }),
  ]
}

/**
 * The processor's share, which a busy machine disturbs least.
 *
 * @param {readonly import('./compare.mjs').Round[]} rounds
 */
export function summarizeWork(rounds) {
  /** @param {'ours' | 'peer'} side @param {keyof import('./compare.mjs').Measured} figure */
  const of = (side, figure) => median(rounds.map((round) => round[side][figure] ?? Number.NaN))
  return {
    ours: { mainMicroseconds: of('ours', 'mainMicroseconds'), allMicroseconds: of('ours', 'allMicroseconds') },
    peer: { mainMicroseconds: of('peer', 'mainMicroseconds'), allMicroseconds: of('peer', 'allMicroseconds') },
    oursSettleSeconds: of('ours', 'settleSeconds'),
    generatorMicroseconds: of('ours', 'generatorMicroseconds'),
    failures: rounds.reduce((sum, { ours, peer }) => sum + ours.failures + peer.failures, 0),
  }
}
