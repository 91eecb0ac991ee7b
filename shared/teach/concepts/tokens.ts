import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

/** Issued by this program to MyTodos.io for Alice, long expired, and signed with a key that is gone. */
const TOKEN = [
  'eyJhbGciOiJSUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6IjViYzc2NDg2LTJhYzYtNGMwZC1hYjIzLWJhYWYwMjdhYWM4ZiJ9',
  '.eyJqdGkiOiIwbXgxbTJvZTNUd09MQ29VZTNFM05iMmt2VHJzMGdWdGxXYmgwTU1XeGRaMm04cFk1cXRVLjBteDFtMm83am4xdkp',
  'PZEpIWTRzR0dQYnFod0hHTHdveC1WMGJLeTFIcThoenVBeVgteE8iLCJzdWIiOiJhbGljZSIsImlhdCI6MTc5NTk0Mjk2OSwiZXh',
  'wIjoxNzk1OTQ2NTY5LCJzY29wZSI6Im9wZW5pZCBvZmZsaW5lX2FjY2VzcyByZWFkOnRhc2tzIGNyZWF0ZTp0YXNrcyIsImNsaWV',
  'udF9pZCI6Im15LXRvZG9zIiwiaXNzIjoiaHR0cDovL2xvY2FsaG9zdDo0NDAwIiwiYXVkIjoiaHR0cHM6Ly9vcmdhbml6ZXIudGV',
  'zdC9hcGkifQ.q-n3IEXUKr7tiI__8EwpYDGvMkbXFQk8M5heca2joGD2JmxrSty03yk6ZaMBdilw6q9xT4LhHyRARQc1YtJrsxv0',
  '6-9DvlUaOZYtiOxCzTeTAgtQ4v3CPBKG0VYQLsS6cAJQBrsbFsFUsJW1CAnGIAxbsPjMXAHzE5cSdmxL9x9-j9o_-leZ98BUOhQm',
  'JuLbhxZppkEDsrhmUxNZKLBcIBR4uR5fZaVq9lGFMSIJgHyYIkZFzVIraDs6cKvnfVbGSFQr7LWsGY38KAPAF9Uj-54IKOyS0wbC',
  'QJQtfx4vhHb1pDiEOH3Fkk6HeHGFWEc56Ii14K1ye7c53oCfyOUThg',
].join('')

export const tokens: Concept = {
  id: 'tokens',
  title: 'Tokens',
  summary: rich`Four strings turn up in every walkthrough. What matters of each is who made it, who may read it, and what it is good for.`,
  words: 'access token refresh token id token authorization code jwt opaque bearer introspection decode claims',
  sections: [
    {
      figure: {
        kind: 'table',
        caption: 'The tokens, and who may read which',
        columns: ['', 'Good for', 'Read by', 'Lives', 'Looks like'],
        rows: [
          {
            title: 'Authorization code',
            cells: [rich`tokens, once`, rich`the issuer alone`, rich`a minute`, rich`a random string`],
            specs: [rfc(6749, '4.1.2')],
          },
          {
            title: 'Access token',
            cells: [
              rich`calling an API`,
              rich`the API; to the application it is a string`,
              rich`minutes to an hour`,
              rich`a JWT, or a random string`,
            ],
            specs: [rfc(6749, '1.4'), rfc(9068, '2')],
          },
          {
            title: 'Refresh token',
            cells: [
              rich`new access tokens, without the user`,
              rich`the issuer alone`,
              rich`days to months`,
              rich`a random string`,
            ],
            specs: [rfc(6749, '1.5')],
          },
          {
            title: 'ID token',
            cells: [
              rich`login: knowing who is there`,
              rich`the application that it was made for`,
              rich`as long as it takes to check it`,
              rich`a signed JWT, always`,
            ],
            specs: [core('2')],
          },
        ],
      },
    },
    {
      title: 'A real one, taken apart',
      figure: { kind: 'token', label: 'An access token of this issuer', token: TOKEN },
      statements: [
        {
          text: rich`A JWT is three parts with dots between: header, claims, signature, each as base64url. Anybody can read it; nobody can change it without the key. It is signed, not encrypted.`,
          specs: [rfc(7519, '3'), rfc(7515, '3.1')],
        },
      ],
    },
    {
      title: 'Opaque or JWT',
      statements: [
        {
          text: rich`An opaque token says nothing. The API asks the issuer what it means (introspection), which costs a call, and hears at once when it was taken back.`,
          specs: [rfc(7662, '2')],
        },
        {
          text: rich`A JWT says all that the API has to know. It checks the signature with the issuer’s public keys and asks nobody. Until it expires, a token that was taken back may go on being accepted, so it should not live long.`,
          specs: [rfc(9068, '4'), rfc(7009, '3')],
        },
        {
          text: rich`An application must not look into an access token, even if it could: it was not made for it, and it may look different tomorrow.`,
          specs: [rfc(6749, '1.4'), rfc(9068, '6')],
        },
        {
          text: rich`A bearer token opens to whoever brings it, like cash. DPoP and mutual TLS bind a token to a key, so that a stolen one is of no use.`,
          specs: [rfc(6750, '1'), rfc(9449, '1'), rfc(8705, '3')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [
      { flow: 'authorization-code-pkce', label: 'Get one of each and take them apart' },
      { flow: 'refresh-token', label: 'Refresh, and set off the alarm' },
    ],
    names: ['access_token', 'refresh_token', 'id_token', 'code', 'exp', 'introspection'],
  },
}
