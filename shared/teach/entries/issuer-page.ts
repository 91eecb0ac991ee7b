import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { ciba, core, rfc } from '../specs.ts'

/** The forms of this issuer's own pages. No standard says how an issuer asks; these say what its answers mean. */
export const ISSUER_PAGE = buildEntries('parameter', ['issuer page'], {
  username: { summary: 'The name that the user signs in with.', specs: [core('3.1.2.3')] },
  password: {
    summary: "The user's password; it goes to the issuer alone, and never to the application.",
    specs: [core('3.1.2.3')],
  },
  account: {
    summary: 'The user that was picked from the list, without typing a password.',
    detail: rich`A convenience of this playground; no issuer in the field has it.`,
    specs: [core('3.1.2.3')],
  },
  code: {
    title: 'One-time code',
    summary: "The six digits from the user's authenticator app.",
    detail: rich`They follow from a shared secret and the clock, and change every 30 seconds.`,
    specs: [rfc(6238, '4')],
  },
  action: {
    summary: 'Which button was pressed: sign in, allow, deny, approve and the like.',
    specs: [core('3.1.2.4')],
  },
  scope: { summary: 'What the user leaves ticked on the consent page.', specs: [core('3.1.2.4'), rfc(6749, '3.3')] },
  request: { summary: 'Which of the waiting backchannel requests the answer is for.', specs: [ciba('8')] },
  csrf: {
    summary: 'A secret of the form, which shows that it was sent from the page.',
    specs: [rfc(6749, '10.12')],
  },
})
