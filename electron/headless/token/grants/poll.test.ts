import { expect, test } from 'vitest'

import { ValetKeyError } from '#shared/errors.ts'

import { pollUntilAnswered } from './poll.ts'

/** An issuer that gives these answers one after the other, and the waits that came before each. */
function poll(answers: readonly string[], { interval = 5, expiresIn = 600 } = {}) {
  const waits: number[] = []
  const left = [...answers]
  const ask = async () => {
    const answer = left.shift() ?? 'authorization_pending'
    if (answer === 'token') return answer
    throw new ValetKeyError('refused', answer, { detail: { error: answer } })
  }
  const wait = async (seconds: number) => waits.push(seconds)
  return { waits, result: pollUntilAnswered({ ask, wait, interval, expiresIn }) }
}

test('waits before each poll, the first included', async () => {
  const { waits, result } = poll(['authorization_pending', 'authorization_pending', 'token'])
  expect(await result).toBe('token')
  expect(waits).toEqual([5, 5, 5])
})

test('slow_down makes this wait and every later one five seconds longer', async () => {
  const { waits, result } = poll(['slow_down', 'authorization_pending', 'slow_down', 'token'], { interval: 2 })
  await result
  expect(waits).toEqual([2, 7, 7, 12])
})

test.each(['access_denied', 'expired_token', 'invalid_grant'])('%s ends it', async (error) => {
  const { waits, result } = poll(['authorization_pending', error])
  await expect(result).rejects.toThrow(error)
  expect(waits).toHaveLength(2)
})

test('does not ask any more when the code has expired', async () => {
  const { waits, result } = poll([], { interval: 5, expiresIn: 12 })
  await expect(result).rejects.toThrow('Nobody answered within 12 seconds')
  expect(waits).toEqual([5, 5])
})
