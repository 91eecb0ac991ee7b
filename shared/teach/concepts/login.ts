import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const login: Concept = {
  id: 'delegation-and-login',
  title: 'Delegation is not login',
  summary: rich`OAuth answers “what may this application do?”. OpenID Connect, built on top of it, answers “who is there?”. The messages are nearly the same; what comes out of them is not.`,
  words: 'authentication authorization openid connect oidc id token oauth difference sign in',
  sections: [
    {
      figure: {
        kind: 'table',
        caption: 'OAuth beside OpenID Connect',
        columns: ['', 'OAuth 2.0', 'OpenID Connect'],
        rows: [
          {
            title: 'Question',
            cells: [
              rich`May this application do this?`,
              rich`Who is the person at the browser, and when did they sign in?`,
            ],
            specs: [rfc(6749, '1'), core('2')],
          },
          {
            title: 'Asked for by',
            cells: [rich`scopes of an API`, rich`the scope {openid}`],
            specs: [core('3.1.2.1')],
          },
          {
            title: 'Result',
            cells: [rich`access token`, rich`ID token, beside the access token`],
            specs: [core('3.1.3.3')],
          },
          {
            title: 'Read by',
            cells: [
              rich`the API. To the application it is a string`,
              rich`the application, which has to check it claim by claim`,
            ],
            specs: [rfc(6749, '1.4'), core('3.1.3.7')],
          },
          {
            title: 'More about the user',
            cells: [rich`not its business`, rich`UserInfo, an API that takes the access token`],
            specs: [core('5.3')],
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`An access token proves that somebody, at some time, allowed something. It does not prove that they are there now, nor that it was given to the application that shows it. So holding one is no login.`,
          specs: [rfc(6749, '10.16'), core('3.1.3.7')],
        },
        {
          text: rich`An ID token is made for one application, named in {aud}, about one user, named in {sub}, in answer to one request, named by {nonce}. That is what makes it fit for login, and unfit for calling APIs.`,
          specs: [core('2')],
        },
        {
          text: rich`{sub} is the only claim to know a user by. Names and e-mail addresses change hands.`,
          specs: [core('5.1'), core('2')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'single-sign-on', label: 'Sign in once, use two applications' },
      { flow: 'step-up', label: 'Ask for a second factor' },
    ],
    names: ['id_token', 'sub', 'aud', 'nonce', 'userinfo'],
  },
}
