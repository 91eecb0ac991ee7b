import type { VerifyFailure } from '#shared/contract/calls/token-checks.ts'

/** Why there are no keys to try. */
export class NoKeys extends Error {
  override readonly name = 'NoKeys'
  readonly reason: VerifyFailure

  constructor(reason: VerifyFailure, message: string) {
    super(message)
    this.reason = reason
  }
}
