import { rfc } from '#shared/teach/specs.ts'

import { ADVICE } from '../rules/advice.ts'
import { requireText, signed } from '../rules/members.ts'
import { broken, kept, type Rule } from '../rules/rule.ts'
import { type Kind, tell } from './kind.ts'

const SPEC = rfc(7591, '2.3')
const METADATA = [
  'software_id',
  'client_name',
  'redirect_uris',
  'grant_types',
  'jwks',
  'jwks_uri',
  'client_uri',
  'scope',
  'software_version',
]

const metadata: Rule = {
  id: 'metadata',
  title: 'it says something of the client',
  spec: SPEC,
  check: ({ claims }) => {
    const told = METADATA.filter((name) => name in claims)
    return told.length > 0 ? kept(told.join(', ')) : broken('There is no client metadata in it.')
  },
}

export const softwareStatement: Kind = {
  id: 'software-statement',
  title: 'Software statement',
  summary: 'What somebody vouches for about a piece of software, to be shown when it registers itself.',
  spec: SPEC,
  context: 'client metadata',
  recognise: ({ name, claims, isJwt }) =>
    tell(
      [isJwt && name === 'software_statement', 'it was called software_statement'],
      [isJwt && ('software_id' in claims || Array.isArray(claims['redirect_uris'])), 'it holds client metadata'],
    ),
  rules: [
    requireText('iss', SPEC, { why: 'Nobody vouches for it.' }),
    metadata,
    requireText('software_id', SPEC, {
      why: 'Nothing says which registrations are of the same software.',
      isAdvice: true,
    }),
    signed(SPEC),
    ...ADVICE,
  ],
}
