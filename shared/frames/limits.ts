/** Apart from the schemas, so that the screens need not load a validator to know them. */

export const FRAME_VERSION = 1

/** Characters of one frame that is sent to the program; an imported file is the largest thing that is. */
export const LARGEST_FRAME = 4 * 1024 * 1024
