// Keeps a number of connections busy and says how fast the answers came.
import { openConnection } from './connection.mjs'

/**
 * A visit is one request or, for a sign-in, all that belong to it. Each connection has a visitor of its own, which may
 * remember things from visit to visit. It says whether the visit went well.
 *
 * @typedef {(connection: import('./connection.mjs').Connection) => Promise<boolean>} Visitor
 *
 * @typedef {object} Load
 * @property {number} visits
 * @property {number} seconds
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {number} failures
 * @property {number} generatorMicroseconds processor time that this side took for each visit
 */

/**
 * @param {{ origin: string, connections: number, visits: number, visitor: (index: number) => Visitor }} options
 * @returns {Promise<Load>}
 */
export async function load({ origin, connections, visits, visitor }) {
  const latencies = new Float64Array(visits)
  let started = 0
  let done = 0
  let failures = 0
  const open = await Promise.all(Array.from({ length: connections }, () => openConnection(origin)))
  const cpu = process.cpuUsage()
  const begin = performance.now()
  await Promise.all(open.map((connection, index) => keepVisiting(connection, visitor(index))))
  const seconds = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(cpu)
  for (const connection of open) connection.close()
  latencies.sort()
  return {
    visits,
    seconds,
    perSecond: visits / seconds,
    p50: latencies[Math.floor(visits * 0.5)] ?? 0,
    p99: latencies[Math.floor(visits * 0.99)] ?? 0,
    failures,
    generatorMicroseconds: (user + system) / visits,
  }

  /**
   * @param {import('./connection.mjs').Connection} connection
   * @param {Visitor} visit
   */
  async function keepVisiting(connection, visit) {
    while (started < visits) {
      started += 1
      const sentAt = performance.now()
      const wentWell = await visit(connection)
      latencies[done] = performance.now() - sentAt
      done += 1
      if (!wentWell) failures += 1
    }
  }
}
