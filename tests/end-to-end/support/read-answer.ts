import type { ScreenCallName, ScreenOutput } from '#shared/contract/calls/calls.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { responseFrame } from '#shared/frames/frame.ts'

/** The output of the one call that was sent. Its shape is the contract's own tests' affair. */
export function readAnswer<Name extends ScreenCallName>(name: Name, text: string): ScreenOutput<Name> {
  const frame = responseFrame.parse(JSON.parse(text))
  if (frame.kind === 'result') return frame.output as ScreenOutput<Name>
  if (frame.kind === 'error') throw new ValetKeyError(frame.error.code, frame.error.message)
  throw new Error(`${name} was answered with a frame of kind ${frame.kind}`)
}
