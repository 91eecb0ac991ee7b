import { clientName, clientNameFirst, sentValue } from '../error-input.ts'
import { rich } from '../rich-text.ts'
import { openApplicationLink, trafficLink } from '../screen-links.ts'
import { rfc } from '../specs.ts'
import { all, hasError, says, type LessonEntry } from './lesson-entry.ts'

const USE_PKCE = [
  rich`Make a random {code_verifier} of 43 to 128 letters for each sign-in and keep it in the application.`,
  rich`Send {code_challenge}, which is BASE64URL(SHA-256({code_verifier})), with {code_challenge_method=S256}.`,
  rich`Send {code_verifier} itself only when the code is exchanged at the token endpoint.`,
]

export const pkceRequired: LessonEntry = {
  id: 'pkce-required',
  matches: all(hasError('invalid_request'), says(/policy requires PKCE/)),
  explain: (input) => ({
    title: `${clientNameFirst(input)} has to use PKCE`,
    summary: rich`The request asks for a code and has no {code_challenge}.`,
    why:
      input.client?.token_endpoint_auth_method === 'none'
        ? rich`${clientName(input)} is a public application: it has no secret, so whoever gets hold of its code could use it. With PKCE the code is of use only to the one who started the sign-in.`
        : rich`With PKCE a code is of use only to the one who started the sign-in, so a code that was stolen or slipped in is worthless.`,
    specs: [rfc(7636, '4.3'), rfc(9700, '2.1.1')],
    fixes: [...USE_PKCE, rich`Most libraries do all three by themselves once PKCE is switched on.`],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const pkceMethod: LessonEntry = {
  id: 'pkce-method',
  matches: says(/code_challenge_method/),
  explain: (input) => {
    const plain =
      (sentValue(input, 'code_challenge_method') ?? 'plain') === 'plain' &&
      sentValue(input, 'code_challenge') !== undefined
    return {
      title: plain ? 'PKCE with plain is refused' : 'The PKCE parameters do not fit together',
      summary: plain
        ? rich`The request sends the verifier itself as the challenge, which is what {plain} means and what a left out {code_challenge_method} stands for.`
        : rich`The request has a {code_challenge_method} without a {code_challenge}, or one that the issuer does not know.`,
      why: rich`The challenge passes through the browser, where others may read it. With {S256} it shows only a hash of the verifier; with {plain} it would give the verifier away.`,
      specs: [rfc(7636, '4.2'), rfc(9700, '2.1.1')],
      fixes: [...USE_PKCE],
      links: [trafficLink(input), openApplicationLink(input)],
    }
  },
}

export const pkceFormat: LessonEntry = {
  id: 'pkce-format',
  matches: says(/^code_challenge /),
  explain: (input) => ({
    title: 'The code_challenge is not well formed',
    summary: rich`A {code_challenge} for {S256} is 43 letters of base64url: {A-Z}, {a-z}, {0-9}, {-} and {_}.`,
    why: rich`A challenge that cannot be the hash of any verifier would make the exchange of the code fail later, where the cause is harder to see.`,
    specs: [rfc(7636, '4.2')],
    fixes: [
      rich`Use base64url, not base64: no {+}, no {/}, and no {=} at the end.`,
      rich`Encode the 32 bytes of the hash, not its hexadecimal spelling.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}
