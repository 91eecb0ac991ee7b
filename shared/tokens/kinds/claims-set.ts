import { rfc } from '#shared/teach/specs.ts'

import { notExpired } from '../rules/members.ts'
import { skip } from '../rules/rule.ts'
import type { Kind } from './kind.ts'

const SPEC = rfc(7519, '4.1')

/** The payload of a token that somebody has already taken apart. */
export const claimsSet: Kind = {
  id: 'claims',
  title: 'Claims',
  summary: 'Claims without a header and a signature: nothing vouches for them here.',
  spec: SPEC,
  recognise: ({ isJwt }) => (isJwt ? undefined : 'it is JSON with claims in it'),
  rules: [
    {
      ...notExpired(SPEC),
      check: (subject) =>
        subject.claims['exp'] === undefined ? skip('There is no exp.') : notExpired(SPEC).check(subject),
    },
  ],
}
