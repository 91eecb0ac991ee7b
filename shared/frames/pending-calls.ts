import { type ErrorShape, ValetKeyError } from '../errors.ts'
import { FRAME_VERSION, LARGEST_FRAME } from './limits.ts'

export interface PendingCalls {
  add(name: string, input: unknown): Promise<unknown>
  resolve(id: number, output: unknown): void
  reject(id: number | undefined, error: ErrorShape): void
  /** There is a connection: what has been waiting for one is sent. */
  attach(send: (text: string) => void): void
  /** It is gone, and with it the answers to what had been sent. */
  detach(): void
  /** Whatever is waiting, sent or not. */
  fail(error: ValetKeyError): void
}

interface Pending {
  readonly text: string
  readonly settle: PromiseWithResolvers<unknown>
  isSent: boolean
  timer?: ReturnType<typeof setTimeout>
}

export function createPendingCalls(patience: number): PendingCalls {
  const pending = new Map<number, Pending>()
  let send: ((text: string) => void) | undefined
  let last = 0

  function take(id: number): Pending | undefined {
    const call = pending.get(id)
    pending.delete(id)
    clearTimeout(call?.timer)
    return call
  }

  function sendNow(call: Pending): void {
    clearTimeout(call.timer)
    call.isSent = true
    send?.(call.text)
  }

  function failAll(error: ValetKeyError, which: (call: Pending) => boolean): void {
    for (const [id, call] of pending) if (which(call)) take(id)?.settle.reject(error)
  }

  return {
    add(name, input) {
      const id = (last += 1)
      const text = JSON.stringify({ v: FRAME_VERSION, kind: 'call', id, name, input })
      if (text.length > LARGEST_FRAME) return Promise.reject(tooLarge(name, text.length))
      const call: Pending = { text, settle: Promise.withResolvers(), isSent: false }
      pending.set(id, call)
      if (send) sendNow(call)
      else call.timer = setTimeout(() => take(id)?.settle.reject(disconnected(NOT_THERE)), patience)
      return call.settle.promise
    },
    resolve: (id, output) => take(id)?.settle.resolve(output),
    reject(id, { code, message, detail }) {
      if (id !== undefined) take(id)?.settle.reject(new ValetKeyError(code, message, { detail }))
    },
    attach(given) {
      send = given
      for (const call of pending.values()) if (!call.isSent) sendNow(call)
    },
    detach() {
      send = undefined
      failAll(disconnected(WENT), ({ isSent }) => isSent)
    },
    fail: (error) => failAll(error, () => true),
  }
}

const NOT_THERE = 'The program does not answer. Look whether it is still running.'
const WENT = 'The connection to the program went before the answer came. Whether it was done is not known.'

export function disconnected(message: string): ValetKeyError {
  return new ValetKeyError('disconnected', message)
}

function tooLarge(name: string, length: number): ValetKeyError {
  return new ValetKeyError(
    'frame_too_large',
    `What ${name} would send has ${length} characters; at most ${LARGEST_FRAME} are taken at once.`,
  )
}
