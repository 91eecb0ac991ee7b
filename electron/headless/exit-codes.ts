import { ValetKeyError } from '#shared/errors.ts'

/** Fixed by the contract of the command: scripts and CI jobs look at these. */
export const EXIT = { ok: 0, cannotRun: 1, badUsage: 2 } as const

/** Bad usage and a bad config are the caller's to mend; everything else is the machine's. */
export function exitCodeFor(error: unknown): number {
  const badInput = error instanceof ValetKeyError && (error.code === 'bad_usage' || error.code.startsWith('config_'))
  return badInput ? EXIT.badUsage : EXIT.cannotRun
}
