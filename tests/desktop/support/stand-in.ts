/** A built desktop program that runs over the stand-in, and whoever sits in front of it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import type { Browser, Page } from 'playwright'

import type { Order, Report } from '../stand-in/control.ts'
import { type StandInSettings, VARIABLE } from '../stand-in/settings-shape.ts'
import type { WindowView } from '../stand-in/windows.ts'

const REGISTER = fileURLToPath(new URL('../stand-in/register.ts', import.meta.url))

export interface StandInOptions extends StandInSettings {
  /** The main bundle. */
  readonly main: string
  readonly args?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
}

export interface StandIn {
  /** What only a person or the operating system can do, in words that the stand-in knows. */
  tell(what: string, input?: unknown): Promise<unknown>
  /** The only window; waits until there is one. */
  window(): Promise<WindowView>
  windows(): Promise<readonly WindowView[]>
  /** Everything written so far. */
  output(): string
  /** What has been read is said and done, so it is no longer part of the output. */
  takeOutput(): string
  signal(name: NodeJS.Signals): void
  readonly ended: Promise<number | null>
}

export function startStandIn({ main, args = [], env = {}, ...settings }: StandInOptions): StandIn {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', REGISTER, main, ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, ...env, [VARIABLE]: JSON.stringify(settings) },
    },
  )
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => written.push(String(chunk)))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const tell = createTeller(child, ended, () => written.join(''))
  return {
    tell,
    window: async () => (await tell('wait for a window')) as WindowView,
    windows: async () => (await tell('list the windows')) as readonly WindowView[],
    output: () => written.join(''),
    takeOutput: () => written.splice(0).join(''),
    signal: (name) => void child.kill(name),
    ended,
  }
}

function createTeller(child: ChildProcess, ended: Promise<number | null>, output: () => string) {
  const waiting = new Map<number, (report: Report) => void>()
  let last = 0
  child.on('message', (report: Report) => {
    waiting.get(report.id)?.(report)
    waiting.delete(report.id)
  })
  void ended.then((code) => {
    for (const [id, settle] of waiting) settle({ id, failure: `the program ended with ${code}: ${output()}` })
  })
  return async function tell(name: string, input?: unknown): Promise<unknown> {
    last += 1
    const id = last
    const answered = new Promise<Report>((resolve) => void waiting.set(id, resolve))
    if (!child.connected) throw new Error(`the program has ended: ${output()}`)
    child.send({ id, name, input } satisfies Order)
    const report = await answered
    if ('failure' in report) throw new Error(report.failure)
    return report.output
  }
}

/** The page that the test's own connection has for a target of the program's; waits until it has one. */
export async function findPage(browser: Browser, target: string): Promise<Page> {
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no context')
  const known = new Set<Page>()
  for (;;) {
    const page = context.pages().find((one) => !known.has(one)) ?? (await context.waitForEvent('page'))
    if ((await targetOf(page)) === target) return page
    known.add(page)
  }
}

/** Nothing for a page that closes meanwhile. */
async function targetOf(page: Page): Promise<string | undefined> {
  const session = await page
    .context()
    .newCDPSession(page)
    .catch(() => undefined)
  const info = await session?.send('Target.getTargetInfo').catch(() => undefined)
  await session?.detach().catch(() => undefined)
  return info?.targetInfo.targetId
}
