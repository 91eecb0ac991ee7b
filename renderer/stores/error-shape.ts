import { ValetKeyError, type ErrorShape } from '#shared/errors.ts'

/** Whatever was thrown, as the one shape that screens show. */
export function parseError(error: unknown): ErrorShape {
  if (error instanceof ValetKeyError) return error.toShape()
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}
