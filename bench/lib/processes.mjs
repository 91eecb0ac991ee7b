// Starts the programs that are measured, each as a process of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/**
 * @typedef {{ origin: string, pid: number, stop(): Promise<void> }} Server
 */

/**
 * @param {readonly string[]} args what node runs
 * @param {(line: string) => string | undefined} readOrigin gives the address once a line names it
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(args, readOrigin, options = {}) {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'ignore'] })
  const { pid, stdout } = child
  if (pid === undefined || stdout === null) throw new Error(`${args[0]} could not be started`)
  const exited = once(child, 'exit')
  const origin = await Promise.race([originFrom(stdout, readOrigin), exited.then(() => undefined)])
  if (origin === undefined)
    throw new Error(`node ${args.join(' ')} ended before it listened; run it by hand to see why`)
  stdout.resume()
  return {
    origin,
    pid,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/**
 * @param {import('node:stream').Readable} output
 * @param {(line: string) => string | undefined} readOrigin
 */
async function originFrom(output, readOrigin) {
  const lines = createInterface(output)
  try {
    for await (const line of lines) {
      const origin = readOrigin(line)
      if (origin !== undefined) return origin
    }
  } finally {
    lines.removeAllListeners()
  }
  return undefined
}
