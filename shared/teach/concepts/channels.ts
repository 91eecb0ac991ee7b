import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const channels: Concept = {
  id: 'channels',
  title: 'Front channel, back channel',
  summary: rich`Some messages go through the browser, by redirects: the front channel. Others go from server to server: the back channel. What is secret belongs into the back channel, and most of OAuth’s rules follow from that.`,
  words: 'redirect browser address fragment query form_post server to server tls',
  sections: [
    {
      figure: {
        kind: 'sequence',
        label: 'The code grant, channel by channel',
        lanes: [
          { actor: 'browser', name: 'Browser' },
          { actor: 'client', name: 'CalendarApp' },
          { actor: 'issuer', name: 'Issuer' },
          { actor: 'api', name: 'Organizer API' },
        ],
        messages: [
          {
            from: 'browser',
            to: 'issuer',
            label: 'front: GET /authorize',
            title: 'The request, in an address',
            text: rich`CalendarApp cannot talk to the issuer here; it can only send the browser there. So all that it wants stands in the address, where the user, and whatever runs in the browser, can read and change it.`,
            specs: [rfc(6749, '4.1.1')],
          },
          {
            from: 'issuer',
            to: 'browser',
            label: 'front: code',
            title: 'The answer, in an address',
            text: rich`The answer goes back the same way. It will stand in the history and perhaps in a log. So it is a code: good once, for a minute, and of no use without what only CalendarApp has.`,
            specs: [rfc(6749, '4.1.2'), rfc(6749, '10.5')],
          },
          {
            from: 'browser',
            to: 'client',
            label: 'front: GET /callback',
            title: 'Back at the application',
            text: rich`Anybody can open this address with any code. {state}, PKCE and {iss} tell CalendarApp that this answer belongs to a request of its own.`,
            specs: [rfc(9700, '2.1'), rfc(9207, '2.4')],
          },
          {
            from: 'client',
            to: 'issuer',
            label: 'back: POST /token',
            title: 'The code for tokens',
            text: rich`Now server talks to server, over TLS, with nobody in between. Each can prove who it is: the issuer by its certificate, CalendarApp by its secret or key.`,
            specs: [rfc(6749, '3.2'), rfc(6749, '2.3')],
          },
          {
            from: 'client',
            to: 'api',
            label: 'back: call with the token',
            title: 'The call',
            text: rich`The access token travels in a header, from server to server. It has never been in an address.`,
            specs: [rfc(6750, '2.1'), rfc(9700, '4.3.2')],
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`The implicit grant puts tokens into the front channel, as an address’s fragment, which browsers keep from servers. Scripts and histories see it all the same, and nobody can prove whom the token was for. RFC 9700 says to use the code instead.`,
          specs: [rfc(9700, '2.1.2'), rfc(6749, '10.3')],
        },
        {
          text: rich`An ID token may come through the front channel: it is signed, and its {nonce} and hashes tie it to the request. That it can be read by the browser is another matter.`,
          specs: [core('3.2.2.5'), core('3.3.2.11')],
        },
        {
          text: rich`Pushed requests (PAR) take the request out of the address as well: the application hands it in by the back channel first, and the browser carries a reference.`,
          specs: [rfc(9126, '1')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'implicit', label: 'See tokens in a fragment' },
      { flow: 'implicit-form-post', label: 'See a page that posts itself' },
    ],
    names: ['response_mode', 'redirect_uri', 'state', 'request_uri'],
  },
}
