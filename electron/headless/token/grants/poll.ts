import { ValetKeyError } from '#shared/errors.ts'

export interface Polling<Answer> {
  /** Throws what the issuer refused with. */
  ask(): Promise<Answer>
  wait(seconds: number): Promise<unknown>
  readonly interval: number
  readonly expiresIn: number
}

/** RFC 8628 section 3.5: the wait comes before each poll, and `slow_down` makes every later one five seconds longer. */
export async function pollUntilAnswered<Answer>({ ask, wait, interval, expiresIn }: Polling<Answer>): Promise<Answer> {
  let pause = interval
  for (let waited = pause; ; waited += pause) {
    await wait(pause)
    try {
      return await ask()
    } catch (error) {
      const answer = protocolErrorOf(error)
      if (answer !== 'authorization_pending' && answer !== 'slow_down') throw error
      if (answer === 'slow_down') pause += 5
    }
    if (waited + pause > expiresIn)
      throw new ValetKeyError(
        'timeout',
        `Nobody answered within ${expiresIn} seconds, and the code has expired. Start again.`,
      )
  }
}

function protocolErrorOf(error: unknown): unknown {
  const detail = error instanceof ValetKeyError ? error.detail : undefined
  return typeof detail === 'object' && detail !== null && 'error' in detail ? detail.error : undefined
}
