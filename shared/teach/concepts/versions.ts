import { rich } from '../rich-text.ts'
import { core, OAUTH_1_0, OAUTH_2_1, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const versions: Concept = {
  id: 'versions',
  title: 'OAuth 1.0, 2.0, 2.1',
  summary: rich`OAuth 1.0 signed each request. OAuth 2.0 left that to TLS and became a family of grants. OAuth 2.1 is 2.0 after more than ten years of attacks: the same messages, fewer ways to go wrong.`,
  words: 'history compare difference pkce implicit password removed timeline versions 2007 2012',
  sections: [
    {
      figure: {
        kind: 'table',
        caption: 'OAuth 1.0, 2.0 and 2.1 compared',
        columns: ['', 'OAuth 1.0', 'OAuth 2.0', 'OAuth 2.1 (draft)'],
        rows: [
          {
            title: 'Written in',
            cells: [rich`RFC 5849, 2010`, rich`RFC 6749 and 6750, 2012`, rich`one document in place of several`],
            specs: [rfc(5849), rfc(6749), OAUTH_2_1],
          },
          {
            title: 'A request is protected by',
            cells: [
              rich`a signature over each one`,
              rich`TLS, and a bearer token`,
              rich`TLS, and a bearer or a bound token (DPoP, mutual TLS)`,
            ],
            specs: [rfc(5849, '3.4'), rfc(6750, '1'), rfc(9449, '1')],
          },
          {
            title: 'Made for',
            cells: [rich`web apps on servers`, rich`web, browser, native, devices, services`, rich`the same as 2.0`],
            specs: [rfc(6749, '2.1'), rfc(8252)],
          },
          {
            title: 'Ways to a token',
            cells: [
              rich`one: temporary credentials, consent, token`,
              rich`code, implicit, password, client credentials, and extensions`,
              rich`code, client credentials, refresh, and extensions`,
            ],
            specs: [rfc(5849, '2'), rfc(6749, '1.3'), OAUTH_2_1],
          },
          {
            title: 'Implicit grant',
            cells: [rich`unknown`, rich`for applications in a browser`, rich`gone`],
            specs: [rfc(6749, '4.2'), rfc(9700, '2.1.2')],
          },
          {
            title: 'Password grant',
            cells: [rich`unknown`, rich`for trusted applications`, rich`gone`],
            specs: [rfc(6749, '4.3'), rfc(9700, '2.4')],
          },
          {
            title: 'PKCE',
            cells: [rich`unknown`, rich`an extension, for native applications`, rich`part of the code grant, for all`],
            specs: [rfc(7636), rfc(9700, '2.1.1')],
          },
          {
            title: 'Redirect addresses',
            cells: [
              rich`sent along with the first request`,
              rich`registered; compared more or less strictly`,
              rich`registered; compared character by character, but for the port of a loopback address`,
            ],
            specs: [rfc(5849, '2.1'), rfc(6749, '3.1.2.3'), rfc(9700, '2.1'), rfc(8252, '7.3')],
          },
          {
            title: 'Token in an address',
            cells: [rich`as signed parameters, if need be`, rich`possible, advised against`, rich`not allowed`],
            specs: [rfc(5849, '3.5'), rfc(6750, '2.3'), rfc(9700, '4.3.2')],
          },
          {
            title: 'Refresh tokens',
            cells: [rich`unknown`, rich`yes`, rich`for public clients once only, or bound to a key`],
            specs: [rfc(6749, '1.5'), rfc(9700, '2.2.2')],
          },
        ],
      },
    },
    {
      title: 'A short history',
      figure: {
        kind: 'timeline',
        label: 'A short history of OAuth',
        events: [
          {
            year: '2007',
            title: 'OAuth 1.0',
            text: rich`A few web companies write down what each had built for itself, so that nobody has to hand out passwords.`,
            spec: OAUTH_1_0,
          },
          {
            year: '2010',
            title: 'An RFC for it',
            text: rich`OAuth 1.0 becomes one, with a hole mended that let attackers swap sessions. Its signatures are hard to get right.`,
            spec: rfc(5849),
          },
          {
            year: '2012',
            title: 'OAuth 2.0, and bearer tokens',
            text: rich`No more signatures: TLS protects the way, and whoever bears the token is let in. Four grants, and room for more.`,
            spec: rfc(6749),
          },
          {
            year: '2014',
            title: 'OpenID Connect',
            text: rich`People had been using OAuth for login, each in their own way. Now there is an ID token, made for it.`,
            spec: core('2'),
          },
          {
            year: '2015',
            title: 'PKCE',
            text: rich`On phones, other applications could catch the code. A secret for each sign-in makes it worthless to them.`,
            spec: rfc(7636),
          },
          {
            year: '2017',
            title: 'Native applications',
            text: rich`RFC 8252: the person’s own browser, never a page inside the application.`,
            spec: rfc(8252),
          },
          {
            year: '2019',
            title: 'Devices',
            text: rich`RFC 8628: the code that a television shows and a phone takes.`,
            spec: rfc(8628),
          },
          {
            year: '2025',
            title: 'Best current practice',
            text: rich`RFC 9700 gathers the attacks of a decade and what stops them: no implicit grant, no password grant, PKCE for all, exact addresses.`,
            spec: rfc(9700),
          },
          {
            year: 'Under way',
            title: 'One document again',
            text: rich`One document out of RFC 6749, 6750, 7636, 8252 and the best current practice. Nothing new in it for whoever follows RFC 9700 already.`,
            spec: OAUTH_2_1,
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`OAuth 2.0 is no update of 1.0: the two share an idea and not one message. OAuth 2.1 takes away from 2.0 and adds next to nothing: an application that follows RFC 9700 today has little left to do for it.`,
          specs: [rfc(6749, '1.8'), OAUTH_2_1],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'authorization-code-pkce', label: 'What is recommended today' },
      { flow: 'password', label: 'What has been left behind' },
    ],
    names: ['code_challenge', 'redirect_uri', 'refresh_token', 'DPoP'],
    places: [{ label: 'Which flow today?', href: '/which-flow' }],
  },
}
