import type { DecryptFailure } from '#shared/contract/calls/token-checks.ts'
import type { Outcome } from '#shared/tokens/rules/rule.ts'
import type { PasteForm } from '#shared/tokens/recognise/paste.ts'

const FORMS: Readonly<Record<PasteForm, string>> = {
  token: 'A token',
  'several tokens': 'Several tokens',
  'token response': 'A token response',
  'introspection response': 'An introspection response',
  claims: 'Claims as JSON',
  keys: 'Keys',
  'JWS in JSON': 'A JWS in JSON',
  'JWE in JSON': 'A JWE in JSON',
  header: 'A header',
  'HTTP message': 'An HTTP message',
  'command line': 'A command line',
  address: 'An address',
  form: 'A form',
  JSON: 'JSON',
}

const DECRYPT_FAILURES: Readonly<Record<DecryptFailure, string>> = {
  'not encrypted': 'It is not encrypted.',
  'unsupported alg': 'Its algorithm is one that cannot be opened here.',
  'key unreadable': 'This is no key that can be read.',
  'wrong key type': 'The key is of another type than its algorithm needs.',
  'not decrypted': 'It does not open with this key.',
}

const COUNTED: Readonly<Record<Outcome, (count: number) => string>> = {
  broken: (count) => `${count} broken`,
  kept: (count) => `${count} ${count === 1 ? 'rule' : 'rules'} kept`,
  advice: (count) => `${count} advice`,
  'not applicable': (count) => `${count} not applicable`,
}

export const TEXT = {
  token: 'Token',
  raw: 'The token as text',
  hint: 'paste a token, a response, a header or an address',
  placeholder: 'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9.eyJ…',
  clear: 'Clear',
  forms: FORMS,
  pick: 'Which of them',
  encryptedToken: 'Encrypted token',
  opaqueToken: 'Opaque token',
  unnamed: (index: number) => `token ${index + 1}`,
  length: (letters: number) => `${letters.toLocaleString('en')} characters`,

  header: 'Header',
  payload: 'Payload',
  payloadText: 'Payload, which is no JSON object',
  unprotected: 'The signature does not cover the members that stood outside of the protected header.',

  says: 'What it says',
  counted: COUNTED,
  tabs: { label: 'What to look at', claims: 'Claims', header: 'Header', rules: 'Rules' },
  noClaims: 'The payload is no JSON object, so there are no claims.',
  emptyClaims: 'There are no claims in it.',
  readAs: 'Read as',
  because: (because: string) => `Told by this: ${because}.`,
  chosen: 'You chose this kind.',
  rules: 'Rules',
  notForIt: (count: number) => `Not applicable (${count})`,

  nothing: {
    title: 'Paste a token',
    text: 'A JWT, an encrypted or an opaque token, a token response, an Authorization header, a callback address, a curl command: whatever has a token in it.',
    examples: 'From the specifications:',
  },
  unknown: { title: 'No token in there' },
  opaque: {
    title: 'An opaque token',
    text: 'It says nothing to whoever has it: its meaning stands with the issuer that made it, which an API asks by introspection.',
    code: 'A code is good once, for a minute, and only for the application that it was given to.',
    refresh: 'A refresh token goes to the token endpoint of its issuer and nowhere else.',
  },
  credentials: {
    title: 'A client’s name and secret',
    text: 'Basic only encodes them: whoever sees the header has the secret.',
  },
  keys: {
    title: (count: number) => (count === 1 ? 'A key' : `${count} keys`),
    private: 'The private part is in it. A key that others could have seen is burnt.',
    none: 'The set is empty: nothing can be verified with it.',
    key: (index: number) => `Key ${index + 1}`,
  },

  encrypted: {
    title: 'Encrypted',
    text: 'Only the header can be read. What is inside takes the key of whoever it is for.',
    key: 'Private key or secret',
    keyHint: 'A private JWK or PEM, or a secret.',
    open: 'Decrypt',
    inside: 'What was inside',
    insideToken: 'Decrypted: what was inside is shown here.',
    outside: 'Show the outside',
    derived: 'The key was made from the secret, as OpenID Connect Core 10.2 says.',
    failures: DECRYPT_FAILURES,
  },
} as const
