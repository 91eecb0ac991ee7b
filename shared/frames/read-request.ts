/** The door: what comes in is a frame of this version that asks for something that there is, or it is told what it is. */
import { SCREEN_CALLS } from '../contract/calls/calls.ts'
import { checkShape } from '../contract/check-shape.ts'
import { nearest } from '../contract/nearest.ts'
import { ValetKeyError } from '../errors.ts'
import { type RequestFrame, requestFrame } from './frame.ts'
import { FRAME_VERSION, LARGEST_FRAME } from './limits.ts'

export type ReadRequest =
  | { readonly frame: RequestFrame }
  /** `id` where it could be read, so that whoever waits for the answer gets this one. */
  | { readonly error: ValetKeyError; readonly id: number | undefined }

export function readRequest(text: string): ReadRequest {
  if (text.length > LARGEST_FRAME) return refuse(tooLarge(text.length))
  const sent = parse(text)
  if (sent === undefined) return refuse(new ValetKeyError('bad_frame', 'The frame is no JSON object.'))
  const id = readId(sent)
  if (sent['v'] !== FRAME_VERSION) return refuse(wrongVersion(sent['v']), id)
  const { success, data } = requestFrame.safeParse(sent)
  if (!success) return refuse(badFrame(sent), id)
  if (data.kind === 'call' && !Object.hasOwn(SCREEN_CALLS, data.name)) return refuse(unknownCall(data.name), id)
  return { frame: data }
}

function refuse(error: ValetKeyError, id?: number): ReadRequest {
  return { error, id }
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function readId({ id }: Readonly<Record<string, unknown>>): number | undefined {
  return typeof id === 'number' && Number.isSafeInteger(id) && id > 0 ? id : undefined
}

function tooLarge(length: number): ValetKeyError {
  return new ValetKeyError(
    'frame_too_large',
    `The frame has ${length} characters; at most ${LARGEST_FRAME} are read. Send less at once.`,
  )
}

function wrongVersion(version: unknown): ValetKeyError {
  const found = JSON.stringify(version)?.slice(0, 80) ?? 'none'
  return new ValetKeyError(
    'wrong_version',
    `The frame is of version ${found}, and this program speaks version ${FRAME_VERSION}. Reload the page.`,
    { detail: { version: FRAME_VERSION } },
  )
}

function badFrame(sent: unknown): ValetKeyError {
  const findings = checkShape(requestFrame, sent)
  const reasons = findings.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
  return new ValetKeyError('bad_frame', `The frame cannot be read. ${reasons.join('. ')}`, { detail: { findings } })
}

export function unknownCall(name: string): ValetKeyError {
  const meant = nearest(name, Object.keys(SCREEN_CALLS))
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return new ValetKeyError('unknown_call', `There is no call ${JSON.stringify(name)}.${hint}`)
}
