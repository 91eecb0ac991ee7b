import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const COMMAND = fileURLToPath(new URL('../../out/headless/valetkey.js', import.meta.url))

export interface ReadyEvent {
  readonly event: 'ready'
  readonly issuer: string
  readonly discovery: string
  readonly ui?: string
  readonly api: string
  readonly token: string
  readonly pid: number
}

export interface Program extends AsyncDisposable {
  readonly ready: ReadyEvent
  readonly issuer: string
  /** Origin of the screens. */
  readonly screens: string
  /** Everything it has written so far, both streams. */
  output(): string
  kill(signal: NodeJS.Signals): Promise<ExitResult>
}

export interface ExitResult {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** The built program as a user starts it, on free ports and in memory unless the flags say otherwise. */
export async function startProgram(...flags: readonly string[]): Promise<Program> {
  const storage = flags.some((flag) => flag === '--data') ? [] : ['--ephemeral']
  const ports = [flag('--port', flags), flag('--ui-port', flags)].flat()
  const child = spawn(process.execPath, [COMMAND, 'serve', '--json', ...ports, ...storage, ...flags])
  const exited = exitOf(child)
  const ready = await Promise.race([readyLine(child), exited.then(failToStart)])
  return {
    ready,
    issuer: ready.issuer,
    screens: new URL(ready.api).origin,
    output: () => output.get(child)?.join('') ?? '',
    async kill(signal) {
      child.kill(signal)
      return exited
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await exited
    },
  }
}

/** Runs a command that ends by itself. */
export function runProgram(...args: readonly string[]): Promise<ExitResult> {
  return exitOf(spawn(process.execPath, [COMMAND, ...args]))
}

type Child = ReturnType<typeof spawn>

const output = new WeakMap<Child, string[]>()

async function exitOf(child: Child): Promise<ExitResult> {
  const [out, err, all]: [string[], string[], string[]] = [[], [], []]
  output.set(child, all)
  child.stdout?.on('data', (chunk) => (out.push(String(chunk)), all.push(String(chunk))))
  child.stderr?.on('data', (chunk) => (err.push(String(chunk)), all.push(String(chunk))))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout: out.join(''), stderr: err.join('') }
}

async function readyLine(child: Child): Promise<ReadyEvent> {
  if (!child.stdout) throw new Error('the program has no standard output')
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return JSON.parse(line) as ReadyEvent
}

function failToStart({ code, stderr }: ExitResult): never {
  throw new Error(`the program ended with ${code} before it was ready: ${stderr}`)
}

function flag(name: string, flags: readonly string[]): string[] {
  return flags.includes(name) ? [] : [name, '0']
}
