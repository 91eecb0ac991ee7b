import { rich } from '../rich-text.ts'
import { core, rfc } from '../specs.ts'
import type { Concept } from './concept.ts'

export const scopes: Concept = {
  id: 'scopes',
  title: 'Scopes and consent',
  summary: rich`A scope is a name for something that may be done. The application asks for some, the user allows some, the token carries those, and the API does nothing without them.`,
  words: 'permissions consent least privilege read write allow deny insufficient_scope',
  sections: [
    { title: 'What the Organizer API offers', figure: { kind: 'scopes', api: 'https://organizer.test/api' } },
    {
      statements: [
        {
          text: rich`Each API makes up its own scopes; OAuth says only how they are written: names with spaces between them. {read:appointments} has no meaning but the one that the Organizer API gives it.`,
          specs: [rfc(6749, '3.3')],
        },
        {
          text: rich`The consent page shows what each one means in words. The user may allow less than was asked for; then the token answer says in {scope} what was granted, and the application has to live with it.`,
          specs: [rfc(6749, '3.3'), rfc(6749, '5.1')],
        },
        {
          text: rich`A scope limits the application, it does not extend the user. If Alice may not delete a task, no token of hers can.`,
          specs: [rfc(6749, '1.4'), rfc(9700, '2.3')],
        },
        {
          text: rich`Ask for as little as will do, when it is needed. Whoever asks for everything on the first page teaches people to allow anything.`,
          specs: [rfc(9700, '2.3')],
        },
        {
          text: rich`A few names belong to OpenID Connect. {openid} asks for login; {profile}, {email}, {address} and {phone} for claims about the user; {offline_access} for a refresh token.`,
          specs: [core('5.4'), core('11')],
        },
      ],
    },
  ],
  next: {
    walkthroughs: [{ flow: 'authorization-code', label: 'Pick scopes, and be refused for want of one' }],
    names: ['scope', 'insufficient_scope', 'resource', 'authorization_details'],
    places: [{ label: 'APIs and their scopes', href: '/apis' }],
  },
}
