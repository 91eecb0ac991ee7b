/** A quick start in a folder of its own, written and run as it is shown. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const INSTALLED = resolve(import.meta.dirname, '../../node_modules')

export interface Project extends AsyncDisposable {
  readonly folder: string
  /** In a shell; resolves with all that was written when the command ends by itself. */
  run(command: string, env?: Readonly<Record<string, string>>): Promise<string>
  /** Goes on until the project is disposed of. */
  start(command: string, env?: Readonly<Record<string, string>>): Running
}

export interface Running {
  /** The first line that fits, as soon as it was written. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** All that was written, when it has ended by itself. */
  readonly ended: Promise<string>
}

/** Every package that is installed here is there too; nothing is fetched. */
export function createProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), 'quick-start-'))
  linkPackages(join(folder, 'node_modules'))
  const children: ReturnType<typeof spawn>[] = []

  function start(command: string, env: Readonly<Record<string, string>> = {}): Running {
    // A group of its own, so that whatever the shell begins ends with it.
    const child = spawn('sh', ['-c', command], { cwd: folder, env: { ...ENV, ...env }, detached: true })
    children.push(child)
    let output = ''
    const heard = new Set<() => void>()
    const hear = (chunk: Buffer) => {
      output += String(chunk)
      for (const listener of heard) listener()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    const closed = once(child, 'close').then(() => heard.forEach((listener) => listener()))
    return {
      ended: closed.then(() => output),
      says: (pattern) =>
        new Promise((fulfil, reject) => {
          const look = () => {
            const found = pattern.exec(output)
            if (found !== null) fulfil(found)
            else if (child.exitCode !== null) reject(new Error(`ended without saying ${pattern}: ${output}`))
            if (found !== null || child.exitCode !== null) heard.delete(look)
          }
          heard.add(look)
          look()
        }),
    }
  }

  return {
    folder,
    start,
    run: (command, env) => start(command, env).ended,
    async [Symbol.asyncDispose]() {
      await Promise.all(
        children.map(async (child) => {
          if (child.exitCode !== null || child.pid === undefined) return
          const closed = once(child, 'close')
          process.kill(-child.pid, 'SIGKILL')
          await closed
        }),
      )
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const ENV = {
  PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
  HOME: '/nonexistent',
  LC_ALL: 'C.UTF-8',
}

/** One by one: what a tool keeps beside the packages (Vite does) stays in the folder. */
function linkPackages(target: string): void {
  mkdirSync(target)
  for (const name of readdirSync(INSTALLED)) {
    if (name !== '.vite' && name !== '.vite-temp') symlinkSync(join(INSTALLED, name), join(target, name))
  }
}
