/** A page in Chromium, to which can be sent at once what is done when it is there. */
import { setTimeout } from 'node:timers/promises'

import type { Protocol } from '../chromium/connection.ts'
import { chromium } from '../chromium/chromium.ts'
import { makeTarget, type Target } from '../chromium/targets.ts'

type Commands = Protocol.CommandParameters
type Results = Protocol.CommandReturnValues

export interface ShownPage {
  readonly target: Promise<Target>
  /** Resolves when all that was prepared is in place. A page that is sent elsewhere before may lose some of it. */
  readonly isPrepared: Promise<unknown>
  send<M extends keyof Commands>(method: M, params?: Commands[M]): Promise<Results[M]>
  /** The same, where nobody waits for an answer. */
  tell<M extends keyof Commands>(method: M, params?: Commands[M]): void
  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void
  onTitle(listener: (title: string) => void): void
  /** The page has gone, by whomever. */
  onClosed(listener: () => void): void
  /** Resolves when the page has gone. */
  close(): Promise<void>
}

/** `prepare` is done before anything runs in the page. */
export function createShownPage(context: Promise<string>, prepare: (page: ShownPage) => void): ShownPage {
  const made = context.then(makeTarget)
  function onTargets<E extends keyof Protocol.Events>(
    event: E,
    listener: (payload: Protocol.Events[E], target: Target) => void,
  ): void {
    void Promise.all([chromium, made]).then(([connection, it]) =>
      connection.on(event, (payload) => listener(payload, it)),
    )
  }
  let isClosed = false
  const prepared: Promise<unknown>[] = []
  const send: ShownPage['send'] = async (method, params) => {
    const { session } = await made
    return await patiently(() => session.send(method, params))
  }
  const page: ShownPage = {
    target: made,
    get isPrepared() {
      return Promise.all(prepared)
    },
    send,
    tell(method, params) {
      const told = send(method, params).catch((error: Error) => {
        if (!isClosed) console.error(`the stand-in: ${error.message}`)
      })
      if (isPreparing) prepared.push(told)
    },
    on: (event, listener) => void made.then(({ session }) => session.on(event, listener)),
    onTitle: (listener) =>
      onTargets('Target.targetInfoChanged', ({ targetInfo }, { id }) => {
        if (targetInfo.targetId === id && targetInfo.title !== targetInfo.url) listener(targetInfo.title)
      }),
    onClosed: (listener) =>
      onTargets('Target.targetDestroyed', ({ targetId }, { id }) => {
        if (targetId === id) listener()
      }),
    async close() {
      isClosed = true
      const { id } = await made
      await (await chromium).send('Target.closeTarget', { targetId: id }).catch(() => undefined)
    },
  }
  page.onClosed(() => (isClosed = true))
  let isPreparing = true
  watchLoading(page)
  prepare(page)
  page.tell('Runtime.runIfWaitingForDebugger')
  isPreparing = false
  return page
}

function watchLoading(page: ShownPage): void {
  page.tell('Page.enable')
  page.tell('Page.setLifecycleEventsEnabled', { enabled: true })
  page.tell('Runtime.enable')
  page.tell('Network.enable')
  // A window in the background would stop painting and running timers; each of the program's is in front of someone.
  page.tell('Emulation.setFocusEmulationEnabled', { enabled: true })
}

/** While Chromium moves a page from one process to the next, some commands find neither; a moment later they find one. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await ask()
    } catch (error) {
      if (attempts === 100 || !String(error).includes('Not attached to an active page')) throw error
      await setTimeout(10)
    }
  }
}
