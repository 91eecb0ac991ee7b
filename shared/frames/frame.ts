/**
 * What a carrier carries, as JSON text, in both directions. A carrier (IPC, a socket) knows no call and no event by
 * name; it moves frames, and these schemas are the door.
 */
import * as z from 'zod'

import { FRAME_VERSION } from './limits.ts'

export { FRAME_VERSION, LARGEST_FRAME } from './limits.ts'

const v = z.literal(FRAME_VERSION)
const id = z.int().min(1)
const cursor = z.strictObject({ epoch: z.string().max(100), seq: z.int().min(0) })

export const requestFrame = z.discriminatedUnion('kind', [
  z.strictObject({ v, kind: z.literal('call'), id, name: z.string().max(100), input: z.unknown() }),
  /** Sent once per connection; `after` is where an earlier connection left off. */
  z.strictObject({ v, kind: z.literal('listen'), after: cursor.optional() }),
])

const errorShape = z.object({ code: z.string(), message: z.string(), detail: z.unknown().optional() })
const event = z.object({ seq: z.int(), name: z.string(), payload: z.unknown() })

export const responseFrame = z.discriminatedUnion('kind', [
  z.object({ v, kind: z.literal('result'), id, output: z.unknown() }),
  /** Without an id: the frame that it answers could not be read. */
  z.object({ v, kind: z.literal('error'), id: id.optional(), error: errorShape }),
  /** Events follow from here. `missed`: some are gone for good, so whatever was fetched has to be fetched again. */
  z.object({ v, kind: z.literal('listening'), epoch: z.string(), seq: z.int(), missed: z.boolean() }),
  z.object({ v, kind: z.literal('events'), events: z.array(event) }),
])

export type RequestFrame = z.output<typeof requestFrame>
export type ResponseFrame = z.output<typeof responseFrame>
export type EventFrame = z.output<typeof event>
export type Cursor = z.output<typeof cursor>
