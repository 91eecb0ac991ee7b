import { trueTime } from './true-time.ts'

/** Now, as JWTs, oidc-provider and the tables count it. */
export function epochSeconds(): number {
  return Math.floor(trueTime() / 1000)
}
