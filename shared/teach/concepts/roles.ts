import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const roles: Concept = {
  id: 'roles',
  title: 'Who takes part',
  summary: rich`Five, and every screen of this program names and colours them the same way. Four of them are the roles of OAuth; the browser is the messenger between two of them.`,
  words: 'actors resource owner client authorization server resource server user agent alice calendarapp',
  sections: [
    {
      figure: {
        kind: 'roles',
        roles: [
          {
            actor: 'user',
            name: 'Alice',
            term: 'Resource owner',
            text: rich`Her data it is. She signs in, and says what may be done.`,
          },
          {
            actor: 'browser',
            name: 'The browser',
            term: 'User agent',
            text: rich`Carries messages between the application and the issuer, and shows Alice the issuer’s pages. What passes through it can be read there.`,
          },
          {
            actor: 'client',
            name: 'CalendarApp',
            term: 'Client',
            text: rich`The application that wants something. It is registered with the issuer, under a {client_id}.`,
          },
          {
            actor: 'issuer',
            name: 'The issuer',
            term: 'Authorization server',
            text: rich`Knows Alice and the applications, asks for her consent, and issues tokens. Where it also signs people in for others, it is called an OpenID provider.`,
          },
          {
            actor: 'api',
            name: 'Organizer API',
            term: 'Resource server',
            text: rich`Keeps the data. It lets in whoever brings a good token, as far as the token goes.`,
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`“Client” is always the application, never the person and not the browser: CalendarApp’s server in a data centre is a client, too.`,
          specs: [rfc(6749, '1.1')],
        },
        {
          text: rich`Issuer and API are two roles, and often two companies. They need not talk to each other: a signed token can tell the API all that it has to know.`,
          specs: [rfc(6749, '1.1'), rfc(9068, '2')],
        },
        {
          text: rich`Where an application acts for itself, there is no Alice: it is its own resource owner, and no browser is needed.`,
          specs: [rfc(6749, '4.4')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [{ flow: 'authorization-code', label: 'Watch all five at work' }],
    names: ['client_id', 'iss', 'aud'],
    places: [
      { label: 'Applications', href: '/applications' },
      { label: 'APIs', href: '/apis' },
      { label: 'Users', href: '/users' },
    ],
  },
}
