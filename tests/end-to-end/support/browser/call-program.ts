import { once } from 'node:events'

import { WebSocket } from 'ws'

import type { ScreenCallName, ScreenInput, ScreenOutput } from '#shared/contract/calls/calls.ts'
import { FRAME_VERSION, type RequestFrame } from '#shared/frames/frame.ts'

import type { Program } from '../../../support/program.ts'
import { readAnswer } from '../read-answer.ts'

/** Over a socket of its own, opened as the screens open theirs. */
export async function callProgram<Name extends ScreenCallName>(
  { screens, ready }: Program,
  name: Name,
  input: ScreenInput<Name>,
): Promise<ScreenOutput<Name>> {
  const address = `${screens.replace('http:', 'ws:')}/socket`
  const socket = new WebSocket(address, ['valetkey.v1', `token.${ready.token}`], { origin: screens })
  await once(socket, 'open')
  try {
    const answered = once(socket, 'message')
    socket.send(JSON.stringify({ v: FRAME_VERSION, kind: 'call', id: 1, name, input } satisfies RequestFrame))
    const [data] = (await answered) as [Buffer]
    return readAnswer(name, data.toString('utf8'))
  } finally {
    socket.close()
  }
}
