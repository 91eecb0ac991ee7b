import { byNearness } from '#shared/text/edit-distance.ts'

import { clientName, sentValue, shown } from '../error-input.ts'
import { rich } from '../rich-text.ts'
import { applicationLink, openApplicationLink, trafficLink } from '../screen-links.ts'
import { OIDC } from '../specs.ts'
import { all, hasError, says, some, type LessonEntry } from './lesson-entry.ts'

export const postLogoutRedirectUri: LessonEntry = {
  id: 'post-logout-redirect-uri',
  matches: says(/^post_logout_redirect_uri not registered/),
  explain: (input) => {
    const sent = sentValue(input, 'post_logout_redirect_uri') ?? ''
    const registered = byNearness(sent, input.client?.post_logout_redirect_uris ?? [])
    return {
      title: `After signing out, ${clientName(input)} may not go there`,
      summary: rich`The application asked to be sent to an address that is not registered for the time after signing out. Nobody has been signed out yet.`,
      comparison: { parameter: 'post_logout_redirect_uri', sent: shown(sent), registered: registered.map(shown) },
      why: rich`An issuer that sent people to any address after signing out could be used to lead them to a forged sign-in page. So it compares letter for letter with a list of its own: {post_logout_redirect_uris}.`,
      specs: [OIDC.logoutRedirect],
      fixes: [
        rich`Use an address that is registered, or`,
        rich`add this one to ${clientName(input)}. {redirect_uris} and {post_logout_redirect_uris} are two lists: an address for signing in does not count here.`,
      ],
      links: [
        applicationLink(input, `Add this address to ${clientName(input)}`, { 'add-post-logout-redirect-uri': sent }),
        trafficLink(input),
      ],
    }
  },
}

export const idTokenHint: LessonEntry = {
  id: 'id-token-hint',
  matches: some(says(/id_token_hint/), all(hasError('invalid_client'), says(/^unrecognized id_token_hint/))),
  explain: (input) => ({
    title: 'The id_token_hint cannot be used',
    summary: rich`The request says by an ID token whom and which application it is about, and that token is not one that this issuer gave to this application.`,
    why: rich`A hint from another issuer, for another application, or with a broken signature might be a forgery, so nothing is done on its word. That it has expired does not matter.`,
    specs: [OIDC.logout],
    fixes: [
      rich`Send the ID token whole, as it came from the token endpoint: not the access token, and not a decoded or shortened copy.`,
      rich`{client_id}, if sent, must be the application that the token was made for.`,
      rich`After Valet Key was started with new data, its keys are new as well: sign in again to get a token that they signed, or`,
      rich`leave {id_token_hint} out and send {client_id}. The person is then asked.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}
