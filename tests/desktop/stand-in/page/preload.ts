/** The preload script in a page, and the messages between it and the program. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

import type { Protocol } from '../chromium/connection.ts'
import { mainWorldSource, PRELOAD_WORLD, preloadWorldSource, RECEIVE, SEND_BINDING } from './worlds.ts'
import type { ShownPage } from './shown-page.ts'

export interface Sent {
  readonly channel: string
  readonly args: readonly unknown[]
}

export interface Preloaded {
  /** Lost, as in Electron, when the page has no preload script or is not there. */
  send(channel: string, args: readonly unknown[]): void
}

export function runPreload(page: ShownPage, file: string, onSent: (sent: Sent) => void): Preloaded {
  const worlds = new Map<number, string>()
  const secret = randomUUID()

  page.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === PRELOAD_WORLD) worlds.set(context.id, String(context.auxData?.['frameId']))
  })
  page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => void worlds.delete(executionContextId))
  page.on('Runtime.executionContextsCleared', () => worlds.clear())
  page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name === SEND_BINDING && worlds.has(executionContextId)) onSent(readSent(payload))
  })
  page.tell('Runtime.addBinding', { name: SEND_BINDING, executionContextName: PRELOAD_WORLD })
  page.tell('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(secret) })
  page.tell('Page.addScriptToEvaluateOnNewDocument', {
    source: preloadWorldSource(secret, readFileSync(file, 'utf8')),
    worldName: PRELOAD_WORLD,
  })

  let turn = Promise.resolve()
  return {
    send(channel, args) {
      const call = `${RECEIVE}(${JSON.stringify(channel)}, ${JSON.stringify(args.map(wrap))})`
      turn = turn.then(() => deliver(call))
    },
  }

  /** One after the other: what comes later waits as long as the page does. */
  async function deliver(expression: string): Promise<void> {
    const { id } = await page.target
    for (;;) {
      const contextId = [...worlds].findLast(([, frame]) => frame === id)?.[0]
      if (contextId === undefined) return
      const told = await page.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined)
      if (told === undefined || told.result.value === true) return
      if (told.exceptionDetails) return complain(told.exceptionDetails)
      await setTimeout(10)
    }
  }
}

function complain({ exception, text }: Protocol.Runtime.ExceptionDetails): void {
  console.error(`preload: ${exception?.description ?? text}`)
}

/** An argument that is not there stays one that is not there. */
function wrap(arg: unknown): readonly unknown[] {
  return arg === undefined ? [] : [arg]
}

function readSent(payload: string): Sent {
  const { channel, args } = JSON.parse(payload) as { channel: string; args: readonly (readonly unknown[])[] }
  return { channel, args: args.map(([arg]) => arg) }
}
