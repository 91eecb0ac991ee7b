import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { openStore } from '../../electron/core/store/open-store.ts'
import type { OpenedStore, StoreOptions } from '../../electron/core/store/open-store.ts'

import { makeDirectory } from '../support/make-directory.ts'

export const NOW = 1_750_000_000

export function openForTest(options: StoreOptions): OpenedStore {
  const store = openStore({ now: () => NOW, onProblem: () => {}, ...options })
  onTestFinished(() => store.close())
  return store
}

/** The same tests run over both: what holds on a file holds in memory. */
export const PLACES = [
  { place: 'on a file', open: (options: StoreOptions = {}) => openForTest({ directory: makeDirectory(), ...options }) },
  { place: 'in memory', open: (options: StoreOptions = {}) => openForTest(options) },
] as const

export function failureOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

export interface Child {
  readonly process: ChildProcess
  readonly pid: number
  readonly lines: AsyncIterableIterator<string>
  kill(): Promise<void>
}

/** Runs a file of this folder in a Node of its own. */
export function startChild(
  file: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Child {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['pipe', 'pipe', 'inherit'], ...options })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  return {
    process: child,
    pid: child.pid ?? 0,
    lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](),
    kill,
  }
}

export async function nextLine(child: Child): Promise<string> {
  const { value } = await child.lines.next()
  return String(value)
}
