// From starting the process to the first 200 of its discovery document, watched from outside.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect } from 'node:net'
import { freePort } from '../../tests/support/free-port.ts'
import { mockCommand } from '../lib/peers.mjs'
import { temporaryFolder } from '../lib/program.mjs'
import { buildRow } from '../lib/rows.mjs'

const LEAST_RUNS = 9
const PATIENCE = 15_000

export const coldStarts = [
  coldStart({
    name: 'cold-start-existing',
    what: 'cold start, existing data',
    atMost: 1,
    storage: (folder) => ['--data', folder],
  }),
  coldStart({
    name: 'cold-start-ephemeral',
    what: 'cold start, --ephemeral',
    atMost: 1.2,
    storage: () => ['--ephemeral'],
  }),
]

/**
 * @param {{ name: string, what: string, atMost: number, storage: (folder: string) => string[] }} options
 */
function coldStart({ name, what, atMost, storage }) {
  return {
    name,
    /** @param {import('../lib/options.mjs').Options} options */
    async run({ program, other, rounds }) {
      const folder = temporaryFolder()
      const serve = (/** @type {string} */ file) => (/** @type {number} */ port) => [
        file,
        'serve',
        '--port',
        String(port),
        '--ui-port',
        '0',
        ...storage(folder),
      ]
      const ours = serve(program)
      const peer =
        other === undefined ? (/** @type {number} */ port) => [mockCommand(), '-p', String(port)] : serve(other)
      const pairs = []
      try {
        // The first starts make the data, and what the compile cache keeps.
        for (const args of [ours, ours, peer]) await timeStart(args)
        for (let round = 0; round < Math.max(rounds, LEAST_RUNS); round += 1) {
          const first = round % 2 === 0 ? ours : peer
          const times = new Map([[first, await timeStart(first)]])
          const second = first === ours ? peer : ours
          times.set(second, await timeStart(second))
          pairs.push({ ours: times.get(ours) ?? Number.NaN, peer: times.get(peer) ?? Number.NaN })
        }
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
      const against = other === undefined ? 'oauth2-mock-server' : 'the other build'
      return { rows: [buildRow({ what, unit: 'ms', against, reach: { atMost }, pairs })], rounds: pairs }
    },
  }
}

/** @param {(port: number) => string[]} args */
async function timeStart(args) {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(process.execPath, args(port), { stdio: 'ignore' })
  const exited = once(child, 'exit')
  try {
    while (!(await isServing(port))) {
      if (child.exitCode !== null) throw new Error(`node ${args(port).join(' ')} ended; run it by hand to see why`)
      if (performance.now() - begin > PATIENCE) throw new Error(`node ${args(port).join(' ')} did not answer`)
    }
    return performance.now() - begin
  } finally {
    child.kill('SIGTERM')
    await exited
  }
}

/** Asks as soon as somebody listens; until then a refused connection comes back in a fraction of a millisecond. */
function isServing(/** @type {number} */ port) {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect({ host: '127.0.0.1', port, noDelay: true })
    socket.once('error', () => setTimeout(() => resolve(false), 1))
    socket.once('connect', () =>
      socket.write(
        `GET /.well-known/openid-configuration HTTP/1.1\r\nhost: localhost:${port}\r\nconnection: close\r\n\r\n`,
      ),
    )
    socket.on('data', (chunk) => void (text += chunk))
    socket.once('end', () => {
      socket.destroy()
      resolve(text.startsWith('HTTP/1.1 200'))
    })
  })
}
