import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const abstractFlow: Concept = {
  id: 'six-messages',
  title: 'Six messages',
  summary: rich`Whatever the grant, it comes down to three questions and their answers: may I, may I have a token for that, may I have the data. Step through them; every walkthrough here is these six with details.`,
  words: 'abstract protocol flow authorization grant request diagram rfc 6749 1.2',
  sections: [
    {
      figure: {
        kind: 'sequence',
        label: 'The abstract flow',
        lanes: [
          { actor: 'user', name: 'Alice' },
          { actor: 'client', name: 'CalendarApp' },
          { actor: 'issuer', name: 'Issuer' },
          { actor: 'api', name: 'Organizer API' },
        ],
        messages: [
          {
            from: 'client',
            to: 'user',
            label: 'may I?',
            title: 'Authorization request',
            text: rich`CalendarApp asks Alice whether it may read her appointments. It hardly ever asks her itself: it sends her browser to the issuer, which puts the question.`,
            specs: [rfc(6749, '1.2')],
          },
          {
            from: 'user',
            to: 'client',
            label: 'you may',
            title: 'Authorization grant',
            text: rich`Alice says yes, and CalendarApp gets something that stands for it: a code, say. That is the grant, and each kind of grant is another way to get to this point.`,
            specs: [rfc(6749, '1.3')],
          },
          {
            from: 'client',
            to: 'issuer',
            label: 'here is the grant',
            title: 'Token request',
            text: rich`CalendarApp takes the grant to the issuer, and shows who it is. No browser is in between now.`,
            specs: [rfc(6749, '3.2')],
          },
          {
            from: 'issuer',
            to: 'client',
            label: 'access token',
            title: 'Access token',
            text: rich`The issuer checks the grant and the application, and issues an access token: for this application, for these scopes, until then.`,
            specs: [rfc(6749, '1.4'), rfc(6749, '5.1')],
          },
          {
            from: 'client',
            to: 'api',
            label: 'call with the token',
            title: 'Request for the resource',
            text: rich`CalendarApp calls the API and shows the token. The API has never heard of CalendarApp, and need not have: it believes the issuer.`,
            specs: [rfc(6749, '7'), rfc(6750, '2.1')],
          },
          {
            from: 'api',
            to: 'client',
            label: 'appointments',
            title: 'The resource',
            text: rich`The API checks that the token is good, that it is meant for this API, and that its scope allows the call. Then it answers.`,
            specs: [rfc(6749, '7')],
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`The first pair is where grants differ: a redirect through the browser, a code typed on a phone, a password, or nothing at all. The second pair is nearly always the same {POST} to {/token}, and the third always the same header.`,
          specs: [rfc(6749, '1.3'), rfc(8628, '1')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'authorization-code-pkce', label: 'The six in full' },
      { flow: 'client-credentials', label: 'The shortest: without a user' },
    ],
    names: ['code', 'grant_type', 'access_token', 'Authorization'],
  },
}
