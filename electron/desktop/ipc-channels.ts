/**
 * What preload and main process say to each other. Each message is `(connection, kind, text?)`; a connection is named
 * by its document and a number, so that nothing meant for a page that is gone reaches the one that took its place.
 */
export const TO_PROGRAM = 'valetkey:to-program'
export const TO_SCREENS = 'valetkey:to-screens'

/** `read`: a frame has arrived; sent for each, so that a page that hangs is not sent ever more. */
export const TO_PROGRAM_KINDS = ['open', 'frame', 'read', 'close'] as const
export type ToProgram = (typeof TO_PROGRAM_KINDS)[number]
export type ToScreens = 'frame' | 'closed'

export interface ConnectionName {
  readonly document: string
  readonly number: number
}
