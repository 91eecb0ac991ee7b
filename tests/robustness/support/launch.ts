import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

export const COMMAND = fileURLToPath(new URL('../../../out/headless/valetkey.js', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Launched extends Disposable {
  readonly child: ChildProcessByStdio<null, Readable, Readable>
  readonly exited: Promise<Ended>
  /** The first line of its output, or a failure when it ends without one. */
  line(): Promise<string>
}

/** The built program with nothing added to what it is told, and without waiting for it to be ready. */
export function launch(...args: readonly string[]): Launched {
  return launchWith({}, ...args)
}

export function launchWith(env: NodeJS.ProcessEnv, ...args: readonly string[]): Launched {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  const [stdout, stderr]: [string[], string[]] = [[], []]
  child.stdout.on('data', (chunk) => stdout.push(String(chunk)))
  child.stderr.on('data', (chunk) => stderr.push(String(chunk)))
  const firstLine = once(createInterface(child.stdout), 'line') as Promise<[string]>
  const exited = once(child, 'close').then(([code, signal]) => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    stdout: stdout.join(''),
    stderr: stderr.join(''),
  }))
  const neverSaid = exited.then(({ code, stderr: said }): never => {
    throw new Error(`it ended with ${code} and without a line: ${said}`)
  })
  neverSaid.catch(() => undefined)
  firstLine.catch(() => undefined)
  return {
    child,
    exited,
    line: async () => (await Promise.race([firstLine, neverSaid]))[0],
    [Symbol.dispose]: () => void child.kill('SIGKILL'),
  }
}
