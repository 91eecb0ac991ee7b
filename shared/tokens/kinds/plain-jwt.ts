import { rfc } from '#shared/teach/specs.ts'

import { ADVICE, explicitType } from '../rules/advice.ts'
import { notExpired, requireAudience, requireText, signed } from '../rules/members.ts'
import type { Kind } from './kind.ts'

export const plainJwt: Kind = {
  id: 'jwt',
  title: 'JWT',
  summary: 'A JSON Web Token that none of the protocol’s kinds fits. These are the rules for any.',
  spec: rfc(7519),
  recognise: ({ isJwt }) => (isJwt ? 'no other kind fits' : undefined),
  rules: [
    signed(rfc(8725, '3.2')),
    explicitType,
    requireText('iss', rfc(8725, '3.8'), { why: 'A verifier cannot tell whose keys belong to it.', isAdvice: true }),
    requireAudience(rfc(8725, '3.9'), { isAdvice: true }),
    notExpired(rfc(7519, '4.1.4'), { isAdvice: true }),
    ...ADVICE,
  ],
}
