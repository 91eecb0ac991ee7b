/** A Chromium to which several can talk at once: the stand-in, which shows pages in it, and the test, which uses them. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { type Browser, chromium } from 'playwright'

import { CHROMIUM_ARGS, chromiumPath } from '../../support/chromium.ts'

export interface ChromiumProcess extends AsyncDisposable {
  /** Where its DevTools protocol is spoken. */
  readonly address: string
  /** Another connection to it. Pages that were there before have no history in it: a page that crashed is whole again. */
  connect(): Promise<Browser>
}

export async function startChromium(): Promise<ChromiumProcess> {
  const path = chromiumPath()
  if (path === undefined) throw new Error('no Chromium here: name one by VALETKEY_CHROMIUM')
  const profile = mkdtempSync(join(tmpdir(), 'valetkey-chromium-'))
  const args = [
    '--headless',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    ...CHROMIUM_ARGS,
    'about:blank',
  ]
  const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  // A test run that is broken off leaves nothing behind.
  process.once('exit', () => child.kill())
  const address = await Promise.race([findAddress(child.stderr), exited.then(() => undefined)])
  if (address === undefined) throw new Error('Chromium ended before it listened')
  return {
    address,
    // What the program chose for its pages stays: a theme above all.
    connect: () => chromium.connectOverCDP(address, { noDefaults: true }),
    async [Symbol.asyncDispose]() {
      child.kill()
      await exited
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

async function findAddress(output: NodeJS.ReadableStream): Promise<string | undefined> {
  for await (const line of createInterface(output)) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // Whatever else it says is read and dropped, or it would wait for a reader.
    output.resume()
    return address
  }
  return undefined
}
