import { rich } from '../rich-text.ts'
import { BROWSER_APPS, COOKIES, fetchStandard, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const cookies: Concept = {
  id: 'cookies',
  title: 'Cookies instead of tokens',
  summary: rich`A single-page app that has a backend on its own domain needs no tokens in the browser at all. The backend gets and keeps them; the page has a cookie that no script can read.`,
  words: 'bff backend for frontend spa session samesite httponly csrf xss single-page app own domain',
  sections: [
    {
      figure: {
        kind: 'sequence',
        label: 'A page, its backend, and an API',
        lanes: [
          { actor: 'browser', name: 'Page' },
          { actor: 'client', name: 'Its backend' },
          { actor: 'issuer', name: 'Issuer' },
          { actor: 'api', name: 'Organizer API' },
        ],
        messages: [
          {
            from: 'browser',
            to: 'client',
            label: 'code',
            title: 'The code comes to the backend',
            text: rich`The redirect address is the backend’s. The page’s script takes no part in signing in.`,
            specs: [BROWSER_APPS],
          },
          {
            from: 'client',
            to: 'issuer',
            label: 'POST /token',
            title: 'The tokens come to the backend',
            text: rich`It redeems the code with its secret and the PKCE verifier. This is as far as the tokens go.`,
            specs: [rfc(6749, '4.1.3'), BROWSER_APPS],
          },
          {
            from: 'client',
            to: 'browser',
            label: 'Set-Cookie',
            title: 'The page gets a cookie',
            text: rich`A long random number that says nothing by itself. {HttpOnly} keeps scripts from it, {SameSite} other sites, {Secure} plain HTTP.`,
            specs: [COOKIES],
          },
          {
            from: 'browser',
            to: 'client',
            label: 'call with the cookie',
            title: 'The page asks its backend',
            text: rich`The browser adds the cookie by itself. The page adds a header of its own, which no page of another origin may send here.`,
            specs: [BROWSER_APPS, fetchStandard('cors-preflight-fetch')],
          },
          {
            from: 'client',
            to: 'api',
            label: 'call with the token',
            title: 'The backend asks the API',
            text: rich`It finds the token by the cookie, calls, and hands on what the page needs.`,
            specs: [rfc(6750, '2.1')],
          },
        ],
      },
    },
    {
      title: 'When',
      statements: [
        {
          text: rich`Page and backend share a site, as {app.example.com} and {api.example.com} do, and you run both. Where the page calls an API of somebody else, the backend passes the calls on.`,
          specs: [BROWSER_APPS, COOKIES],
        },
        {
          text: rich`If backend and API are one and the same and nobody else calls it, no access token is needed at all: OpenID Connect for the sign-in, a session, done.`,
          specs: [BROWSER_APPS],
        },
      ],
    },
    {
      title: 'Why',
      statements: [
        {
          text: rich`A script that is slipped into a page can read whatever the page’s own scripts can, tokens included, and use them elsewhere for as long as they last. What is in an {HttpOnly} cookie it cannot carry off; it can only act while the page is open.`,
          specs: [BROWSER_APPS, COOKIES],
        },
        {
          text: rich`A backend is a confidential client: it can have a secret or a key, and refresh tokens that are worth less to a thief.`,
          specs: [rfc(6749, '2.1'), rfc(9700, '2.2.2')],
        },
      ],
    },
    {
      title: 'How',
      statements: [
        {
          text: rich`Cookies are sent by the browser whoever made the request, so cross-site request forgery is back. {SameSite=Strict} or {Lax} stops other sites; a header of your own, or a value that the page has to send along, stops what shares the site with you.`,
          specs: [COOKIES, BROWSER_APPS],
        },
        {
          text: rich`A name that begins with {__Host-} makes the browser insist on {Secure}, on this one host, and on the path {/}. Cookies ignore ports: on {localhost}, each program sees those of all the others.`,
          specs: [COOKIES],
        },
        {
          text: rich`The backend forwards what the page needs and nothing else, and ends its session when the user signs out.`,
          specs: [BROWSER_APPS],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [{ flow: 'session-cookie', label: 'Walk it, a forged request included' }],
    names: ['Cookie', 'Set-Cookie', 'Origin', 'X-CSRF-Token'],
    places: [{ label: 'Is it for mine?', href: '/which-flow?person=yes&building=spa&backend=yes' }],
  },
}
