import type { Session } from '../session.ts'
import type { TokenRequest, TokenResponse } from '../token-request.ts'

export interface Grant {
  /** As `--grant` takes it. */
  readonly name: string
  /** As the token endpoint does. */
  readonly grantType: string
  /** What it cannot go without, or nothing when all is there. */
  checkRequest(request: TokenRequest): string | undefined
  /** Whether it waits for a person, who takes longer than a machine. */
  readonly needsPerson: boolean
  run(session: Session): Promise<TokenResponse>
}
