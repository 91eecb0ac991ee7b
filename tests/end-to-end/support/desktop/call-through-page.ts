import type { Page } from 'playwright'

import type { ScreenCallName, ScreenInput, ScreenOutput } from '#shared/contract/calls/calls.ts'
import { FRAME_VERSION, type RequestFrame } from '#shared/frames/frame.ts'

import { readAnswer } from '../read-answer.ts'

/** What the preload script gives the screens. */
export interface ValetKey {
  connect(onFrame: (text: string) => void, onClosed: () => void): { send(text: string): void; close(): void }
}

/** Over a connection of its own beside that of the screens. */
export async function callThroughPage<Name extends ScreenCallName>(
  page: Page,
  name: Name,
  input: ScreenInput<Name>,
): Promise<ScreenOutput<Name>> {
  const frame = { v: FRAME_VERSION, kind: 'call', id: 1, name, input } satisfies RequestFrame
  const answer = await page.evaluate(async (text) => {
    const { valetKey } = window as unknown as { valetKey: ValetKey }
    return await new Promise<string>((resolve, reject) => {
      const connection = valetKey.connect(
        (answered) => {
          resolve(answered)
          connection.close()
        },
        () => reject(new Error('the program has closed the connection')),
      )
      connection.send(text)
    })
  }, JSON.stringify(frame))
  return readAnswer(name, answer)
}
