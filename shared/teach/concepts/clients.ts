import { rich } from '../rich-text.ts'
import { BROWSER_APPS, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const clients: Concept = {
  id: 'clients',
  title: 'Kinds of applications',
  summary: rich`What counts is whether an application can keep a secret. One on a server can; one that people hold in their hands, or whose code a browser loads, cannot. OAuth calls them confidential and public.`,
  words: 'client types confidential public native spa web server credentials secret',
  sections: [
    {
      figure: {
        kind: 'table',
        caption: 'Kinds of applications, and what each can do',
        columns: ['', 'Keeps a secret', 'Shows who it is by', 'Comes back to'],
        rows: [
          {
            title: 'Web app on a server (CalendarApp)',
            cells: [rich`yes: confidential`, rich`a secret, or better a key`, rich`an {https} address`],
            specs: [rfc(6749, '2.1'), rfc(9700, '2.5')],
          },
          {
            title: 'Single-page app (MyTodos.io)',
            cells: [rich`no: public`, rich`PKCE, and its address`, rich`an {https} address`],
            specs: [BROWSER_APPS, rfc(7636)],
          },
          {
            title: 'Native app (TextApp.io)',
            cells: [
              rich`no: public`,
              rich`PKCE, and its address`,
              rich`a claimed {https} address, a scheme of its own, or loopback`,
            ],
            specs: [rfc(8252, '7')],
          },
          {
            title: 'Device (Couch TV)',
            cells: [rich`no: public`, rich`its {client_id} only`, rich`nowhere: it asks again and again`],
            specs: [rfc(8628, '3.1')],
          },
          {
            title: 'Service (Taxi Finder)',
            cells: [
              rich`yes: confidential`,
              rich`a secret, a signed JWT, or a certificate`,
              rich`nowhere: no browser takes part`,
            ],
            specs: [rfc(6749, '4.4'), rfc(7523, '2.2')],
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`A secret that ships with an application is no secret: whoever installs it can read it. Calling such an application confidential makes it no safer, only harder to see.`,
          specs: [rfc(6749, '2.1'), rfc(8252, '8.5')],
        },
        {
          text: rich`For a public application, the registered {redirect_uri} does the work of the secret: the answer goes to that address and to no other. That is why it is compared character by character.`,
          specs: [rfc(9700, '2.1')],
        },
        {
          text: rich`PKCE is a secret for one sign-in: made by the application, never sent ahead, only its hash. OAuth 2.1 wants it of all that use a code, confidential ones included.`,
          specs: [rfc(7636, '1'), rfc(9700, '2.1.1')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'client-credentials', label: 'A service shows who it is, in three ways' },
      { flow: 'registration', label: 'An application registers itself' },
    ],
    names: ['client_secret', 'code_verifier', 'redirect_uris', 'token_endpoint_auth_method'],
    places: [
      { label: 'Which flow for mine?', href: '/which-flow' },
      { label: 'Applications', href: '/applications' },
    ],
  },
}
