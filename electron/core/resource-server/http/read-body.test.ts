import { afterEach, expect, test, vi } from 'vitest'
import { BODY_LIMIT, readBody } from './read-body.ts'

afterEach(() => void vi.useRealTimers())

type Source = NonNullable<ConstructorParameters<typeof ReadableStream<Uint8Array>>[0]>

function requestOf(source: Source): Request {
  const init = { method: 'POST', body: new ReadableStream<Uint8Array>(source), duplex: 'half' as const }
  return new Request('http://localhost/', init)
}

test('a body is put together from its pieces, even in the middle of a character', async () => {
  const bytes = new TextEncoder().encode('grüße 🙂')
  const request = requestOf({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  expect(await readBody(request)).toBe('grüße 🙂')
})

test('no body is empty text', async () => {
  expect(await readBody(new Request('http://localhost/', { method: 'POST' }))).toBe('')
})

test('a body of exactly the limit is taken, one more byte is not', async () => {
  const post = (size: number) => new Request('http://localhost/', { method: 'POST', body: 'x'.repeat(size) })
  expect(await readBody(post(BODY_LIMIT))).toHaveLength(BODY_LIMIT)
  await expect(readBody(post(BODY_LIMIT + 1))).rejects.toMatchObject({ status: 413 })
})

test('a body without end is given up', async () => {
  const endless = requestOf({ pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)) })
  await expect(readBody(endless)).rejects.toMatchObject({ status: 413 })
})

test('a body that stops arriving is given up after ten seconds', async () => {
  vi.useFakeTimers()
  const outcome = readBody(requestOf({})).catch((error: unknown) => error)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(await outcome).toMatchObject({ status: 408 })
})

test('a body that breaks off is a bad request', async () => {
  const broken = requestOf({ pull: (controller) => controller.error(new Error('connection reset')) })
  await expect(readBody(broken)).rejects.toMatchObject({ status: 400, title: 'The body broke off' })
})
