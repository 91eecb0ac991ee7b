import { afterAll, describe, expect, it } from 'vitest'

import { createEvents } from '../../electron/core/api/rest/events.ts'
import { createRecorder } from '../../electron/core/recorder/create-recorder.ts'

const COUNT = 2000

const problems: string[] = []
const recorder = createRecorder({
  file: undefined,
  mount: '',
  retention: { maxCount: 100_000, maxAge: 100_000 },
  onProblem: (message) => void problems.push(message),
})
afterAll(() => recorder.close())

/** Each is a kilobyte and more, so that all of them are many times what is kept for one listener. */
async function recordMany(): Promise<void> {
  const fetch = recorder.recordFetch(async () => new Response('ok'))
  for (let index = 0; index < COUNT; index += 1)
    await (await fetch(`http://a.test/${'x'.repeat(1000)}?n=${index}`)).text()
  await recorder.flush()
}

/** The text of a stream, piece by piece. */
async function* readText(body: Response['body']): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const chunk of body ?? []) yield decoder.decode(chunk, { stream: true })
}

function idsIn(text: string): number[] {
  return [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))
}

describe('a listener that does not read', () => {
  it('gets everything in order when it reads at last', async () => {
    await recordMany()
    const events = createEvents(recorder)
    const { body } = await events.open(0, new AbortController().signal)
    await recorder.flush()
    const ids: number[] = []
    for await (const text of readText(body)) {
      // Each event is a chunk of its own here, since nothing lies between.
      ids.push(...idsIn(text))
      if (ids.length === COUNT) events.close()
    }
    expect(ids).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1))
    expect(problems).toEqual([])
  })
})

describe('a listener to whom nothing happens', () => {
  it('hears from time to time that the stream is alive, until it hangs up', async () => {
    const events = createEvents(recorder, 5)
    const hangUp = new AbortController()
    const { body } = await events.open(undefined, hangUp.signal)
    let text = ''
    for await (const piece of readText(body)) {
      text += piece
      if (text.includes(': still here\n\n: still here\n\n')) hangUp.abort()
    }
    expect(text).toMatch(/^retry: 1000\n\n(: still here\n\n)+$/)
  })
})
