import type { Page, WebSocketRoute } from 'playwright'

import type { ScreenCallName } from '#shared/contract/calls/calls.ts'
import { FRAME_VERSION } from '#shared/frames/limits.ts'

/** What a call is answered with instead, by its name; the program answers the others. */
export type Answers = Map<ScreenCallName, (input: unknown) => unknown>
export type Answer = readonly [ScreenCallName, (input: unknown) => unknown]

interface CallFrame {
  readonly kind: string
  readonly id: number
  readonly name: ScreenCallName
  readonly input: unknown
}

/** Between page and program, to see what the screens make of an answer that is hard to bring about. */
export async function answerCalls(page: Page, answers: Answers): Promise<void> {
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const program = socket.connectToServer()
    socket.onMessage((message) => {
      if (!answerFor(socket, answers, JSON.parse(String(message)) as CallFrame)) program.send(message)
    })
  })
}

function answerFor(socket: WebSocketRoute, answers: Answers, { kind, id, name, input }: CallFrame): boolean {
  const answer = kind === 'call' ? answers.get(name) : undefined
  if (answer === undefined) return false
  socket.send(JSON.stringify({ v: FRAME_VERSION, kind: 'result', id, output: answer(input) }))
  return true
}
