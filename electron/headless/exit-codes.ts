/** Fixed by the contract of the command: scripts and CI jobs look at these. */
export const EXIT = { ok: 0, cannotRun: 1, badUsage: 2 } as const
