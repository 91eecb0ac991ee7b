import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const valetKey: Concept = {
  id: 'valet-key',
  title: 'The valet key',
  summary: rich`Some cars come with a second key, for whoever parks them: it starts the engine, and opens neither the trunk nor the glove box. OAuth makes such keys for data. One application gets some of what you may do, for a while, and never your password.`,
  words: 'introduction start metaphor password sharing delegation what is oauth',
  sections: [
    {
      statements: [
        {
          text: rich`Say that CalendarApp wants to show Alice her appointments, which another company, Organizer, keeps for her. Before OAuth it would have asked for her Organizer password. With it, CalendarApp could have done everything that Alice can, for as long as the password stayed the same.`,
          specs: [rfc(6749, '1')],
        },
        {
          text: rich`With OAuth, Alice signs in on a page that belongs to Organizer’s side, sees what CalendarApp asks for, and allows it. CalendarApp gets an access token: a string that opens just this, until it expires.`,
          specs: [rfc(6749, '1'), rfc(6749, '1.4')],
        },
      ],
    },
    {
      title: 'Two ways to let somebody in',
      figure: {
        kind: 'table',
        caption: 'A password beside an access token',
        columns: ['', 'Her password', 'An access token'],
        rows: [
          {
            title: 'Opens',
            cells: [rich`everything that Alice can open`, rich`what she allowed: {read:appointments}, say`],
            specs: [rfc(6749, '3.3')],
          },
          {
            title: 'Good',
            cells: [rich`until she changes it`, rich`for an hour or less, as a rule`],
            specs: [rfc(6749, '5.1')],
          },
          {
            title: 'Known to',
            cells: [rich`whoever she told it to`, rich`one application, and the APIs it calls`],
            specs: [rfc(6749, '10.3')],
          },
          {
            title: 'Taken back',
            cells: [rich`for all at once, by a new password`, rich`for this application alone`],
            specs: [rfc(7009, '2')],
          },
          {
            title: 'Second factor',
            cells: [
              rich`in the way, or handed on as well`,
              rich`asked for by the issuer; the application sees none of it`,
            ],
            specs: [rfc(9700, '2.4')],
          },
        ],
      },
    },
    {
      statements: [
        {
          text: rich`OAuth does not say how Alice proves who she is, or how the API stores her data. It says how an application asks, how it is answered, and how it shows what it was given.`,
          specs: [rfc(6749, '1')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [{ flow: 'authorization-code-pkce', label: 'See one made, message by message' }],
    names: ['access_token', 'scope', 'expires_in'],
  },
}
