import type { Page } from 'playwright'

import type { EventName, Payload } from '#shared/contract/events.ts'
import { FRAME_VERSION, responseFrame } from '#shared/frames/frame.ts'

import type { ValetKey } from './call-through-page.ts'

/** Resolves when the program has begun to tell; what it returns gives what has been told of `name` since. */
export async function listenThroughPage<Name extends EventName>(
  page: Page,
  name: Name,
): Promise<() => Promise<readonly Payload<Name>[]>> {
  const frames = await page.evaluateHandle(
    (listen) => {
      const { valetKey } = window as unknown as { valetKey: ValetKey }
      return new Promise<string[]>((resolve) => {
        const heard: string[] = []
        const { send } = valetKey.connect(
          (text) => {
            heard.push(text)
            resolve(heard)
          },
          () => undefined,
        )
        send(listen)
      })
    },
    JSON.stringify({ v: FRAME_VERSION, kind: 'listen' }),
  )
  return async () => {
    const read = (await frames.jsonValue()).map((text) => responseFrame.parse(JSON.parse(text)))
    const events = read.flatMap((frame) => (frame.kind === 'events' ? frame.events : []))
    return events.filter((event) => event.name === name).map(({ payload }) => payload as Payload<Name>)
  }
}
