import { rich } from '../../teach/rich-text.ts'
import { rfc } from '../../teach/specs.ts'
import { isPublic, nameOf } from '../authenticate.ts'
import { amendDraft, insertAfter } from '../compose.ts'
import { withParameters } from '../draft.ts'
import type { Layer, LocalStep } from '../flow.ts'
import { knownText, learn } from '../known.ts'
import { OAUTH_2_1 } from '../specs.ts'

const makeVerifier: LocalStep = {
  kind: 'local',
  id: 'make-verifier',
  title: 'Make the code verifier',
  from: 'client',
  to: 'client',
  arrow: 'code_verifier, S256',
  teach: {
    what: rich`The application makes a secret for this one sign-in, the {code_verifier}, and keeps it. Only its hash, the {code_challenge}, goes out with the request. Whoever brings the code later has to bring the verifier with it.`,
    goesWrong: rich`A verifier that is used twice, or a challenge that is the verifier itself ({plain}), protects nothing once somebody has read the request.`,
    specs: [rfc(7636, '4.1'), rfc(7636, '4.2')],
  },
  async run({ tools }) {
    const code_verifier = tools.random()
    const code_challenge = await tools.sha256(code_verifier)
    return { learned: learn({ code_verifier, code_challenge }, ['code_verifier']), checks: [] }
  },
}

export const pkce: Layer = {
  id: 'pkce',
  title: 'PKCE',
  summary: 'A secret for one sign-in: a stolen code is useless without it.',
  specs: [rfc(7636), rfc(9700, '2.1.1'), OAUTH_2_1],
  needs: ['code_challenge_methods_supported'],
  checkFit: () => undefined,
  checkNeed(client) {
    if (client.valetkey?.requirePkce === false) return undefined
    if (isPublic(client)) return `${nameOf(client)} is public: the issuer takes no code request from it without PKCE.`
    return client.valetkey?.requirePkce === true ? `${nameOf(client)} is set to need PKCE.` : undefined
  },
  apply(steps) {
    const withChallenge = amendDraft(steps, ['authorization-request'], (context, draft) =>
      withParameters(draft, {
        code_challenge: knownText(context, 'code_challenge'),
        code_challenge_method: 'S256',
      }),
    )
    const withVerifier = amendDraft(withChallenge, ['token-request'], (context, draft) =>
      withParameters(draft, { code_verifier: knownText(context, 'code_verifier') }),
    )
    return insertAfter(withVerifier, 'make-state', makeVerifier)
  },
}
