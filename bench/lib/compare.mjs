// Two servers, measured in turn.
import { load } from './load.mjs'
import { processorTime, untilIdle } from './processor-time.mjs'

/**
 * @typedef {import('./load.mjs').Load & { mainMicroseconds?: number, allMicroseconds?: number, settleSeconds: number }} Measured
 *
 * @typedef {object} Side
 * @property {import('./processes.mjs').Server} server
 * @property {(server: import('./processes.mjs').Server) => Promise<(index: number) => import('./load.mjs').Visitor>} prepare
 *   makes what the visits need (tokens, say) outside the measured time, anew for each round
 *
 * @typedef {{ ours: Measured, peer: Measured }} Round
 */

/**
 * Each round measures both, and every second round begins with the other one, so that whatever drifts meets both. One
 * round before the first is thrown away: by then both have compiled what they run most.
 *
 * @param {{ ours: Side, peer: Side, rounds: number, visits: number, connections: number }} options
 * @returns {Promise<Round[]>}
 */
export async function compare({ ours, peer, rounds, visits, connections }) {
  /** @type {Round[]} */
  const measured = []
  for (let round = -1; round < rounds; round += 1) {
    /** @param {Side} side */
    const measure = (side) => measureSide(side, { visits, connections, settled: [ours.server.pid, peer.server.pid] })
    const first = round % 2 === 0 ? ours : peer
    const results = new Map([[first, await measure(first)]])
    const second = first === ours ? peer : ours
    results.set(second, await measure(second))
    const [a, b] = [results.get(ours), results.get(peer)]
    if (round >= 0 && a && b) measured.push({ ours: a, peer: b })
  }
  return measured
}

/**
 * @param {Side} side
 * @param {{ visits: number, connections: number, settled: readonly number[] }} options
 * @returns {Promise<Measured>}
 */
async function measureSide({ server, prepare }, { visits, connections, settled }) {
  const visitor = await prepare(server)
  await untilIdle(settled)
  const before = processorTime(server.pid)
  const result = await load({ origin: server.origin, connections, visits, visitor })
  const settleSeconds = await untilIdle(settled)
  const after = processorTime(server.pid)
  if (!before || !after) return { ...result, settleSeconds }
  const perVisit = (/** @type {'main' | 'all'} */ part) => ((after[part] - before[part]) * 1000) / visits
  return { ...result, mainMicroseconds: perVisit('main'), allMicroseconds: perVisit('all'), settleSeconds }
}
