import type { Attempted, ForgedWith } from '#shared/contract/calls/tokens.ts'

export const TEXT = {
  hint: 'For trying on an API what an attacker would try. Whatever is forged here is marked wherever it appears again.',
  base: {
    title: 'Start from',
    label: 'A JWT to start from',
    placeholder: 'paste a JWT, or take one of these',
    newest: 'Newest access token',
    template: 'Template',
    noneIssued: 'No JWT access token was given yet: walk a grant first, or take the template.',
    notJwt: 'This is no signed JWT: three parts in base64url, of which the first two are JSON.',
  },
  claims: 'What it says',
  mode: 'Edit as',
  modes: { form: 'Form', json: 'JSON' },
  header: 'Header',
  payload: 'Claims',
  headerJson: 'Header as JSON',
  payloadJson: 'Claims as JSON',
  notObject: 'A JSON object is expected here.',
  add: 'Add',
  addName: (part: string) => `Name of a new member of the ${part}`,
  remove: (name: string) => `Take out ${name}`,
  putBack: 'Put back',
  variations: {
    title: 'Quick variations',
    hint: 'Each changes one thing of what stands below; put back begins anew.',
  },
  signature: {
    title: 'Signed with',
    label: 'Signature',
    with: {
      issuer_key: 'the issuer’s own key',
      other_key: 'another key, made now',
      public_key_hmac: 'an HMAC of the issuer’s public key',
      none: 'nothing (alg none)',
      kept: 'the old signature',
    } satisfies Record<ForgedWith, string>,
    hints: {
      issuer_key: 'Only somebody with the private key can. An API has no way to tell.',
      other_key: 'Anybody can. It works on an API that does not look whose key it is.',
      public_key_hmac: 'Algorithm confusion: works on an API that takes the algorithm from the token.',
      none: 'Works on an API that takes the algorithm from the token.',
      kept: 'Works on an API that reads the token and forgets to check it.',
    } satisfies Record<ForgedWith, string>,
    key: 'Key',
    alg: 'Algorithm',
    embed: 'Put its public key into the header (jwk)',
    embedHint: 'Works on an API that trusts the key that a token brings along.',
    noKeys: 'The issuer has no keys yet.',
    noOld: 'Start from a signed token to keep its signature.',
  },
  forge: 'Forge',
  forging: 'The token was not forged',
  result: {
    title: 'The forged token',
    none: 'Change something, pick a signature, and forge.',
    label: 'Forged token',
    outdated: 'Something was changed since: forge again to try that.',
  },
  attempt: {
    title: 'Try it on an API',
    api: 'API',
    call: 'Call',
    send: 'Send it',
    failed: 'It could not be sent',
    exchange: 'the exchange',
    answer: 'The answer of the API',
    accepted: 'Accepted',
    refused: (status: number) => `Refused with ${status}`,
    whyAccepted: {
      issuer_key:
        'The signature is the issuer’s, so the API has to believe what it says. That is the point of guarding signing keys: whoever has one is everybody.',
      other: 'It should not have been.',
    },
    inside: 'What the API keeps to itself:',
  },
} as const

export function explainAccepted(signedWith: ForgedWith): string {
  const { whyAccepted } = TEXT.attempt
  return signedWith === 'issuer_key' ? whyAccepted.issuer_key : whyAccepted.other
}

export function titleOf({ accepted, status }: Attempted): string {
  return accepted ? TEXT.attempt.accepted : TEXT.attempt.refused(status)
}
