/** Why an answer is the answer, what the standards say of it, and why it is none of the others. */
import type { Link, RichText } from '../lesson.ts'
import { rich } from '../rich-text.ts'
import { BROWSER_APPS, ciba, core, OAUTH_2_1, rfc } from '../specs.ts'

export interface Reason {
  /** "Authorization Code with PKCE, and a secret": the walkthrough’s title may be shorter. */
  readonly title: string
  readonly why: RichText
  /** What OAuth 2.1 and RFC 9700 (best current practice for security) say. */
  readonly standards: RichText
  readonly specs: readonly Link[]
  readonly others: readonly Other[]
}

interface Other {
  /** By its id. */
  readonly flow: string
  readonly why: RichText
}

export type ReasonId =
  | 'machine'
  | 'agent'
  | 'exchange'
  | 'ciba'
  | 'vouched'
  | 'device'
  | 'remote'
  | 'cli'
  | 'native'
  | 'cookies'
  | 'spa'
  | 'web'

const NO_IMPLICIT: Other = {
  flow: 'implicit',
  why: rich`It puts the access token into an address, where histories and scripts can read it. OAuth 2.1 leaves it out.`,
}

const NO_PASSWORD: Other = {
  flow: 'password',
  why: rich`The application would see the password, and a second factor would have no place. RFC 9700 says that it must not be used.`,
}

const NO_MACHINE: Other = {
  flow: 'client-credentials',
  why: rich`Its tokens act for the application. The API could not tell one user from another.`,
}

export const REASONS: Readonly<Record<ReasonId, Reason>> = {
  machine: {
    title: 'Client Credentials',
    why: rich`Nobody is there to be asked, and nobody’s data but the application’s own is touched. The application shows who it is, and gets a token in one message.`,
    standards: rich`OAuth 2.1 keeps it as it was, for confidential clients only. RFC 9700 recommends a signed JWT or mutual TLS over a shared secret; the walkthrough has the JWT as one of its kinds.`,
    specs: [rfc(6749, '4.4'), rfc(9700, '2.5'), OAUTH_2_1],
    others: [
      { flow: 'authorization-code-pkce', why: rich`There is nobody to send to a sign-in page.` },
      NO_PASSWORD,
      {
        flow: 'jwt-bearer',
        why: rich`Fits when the issuer trusts somebody else’s keys, and there is something to state beyond who is calling.`,
      },
    ],
  },
  agent: {
    title: 'Authorization Code with PKCE, found by metadata',
    why: rich`An agent meets servers that its makers have never heard of. So it reads from the server who its issuer is, and from the issuer how to register, and then signs its user in as any native application does, for this one server.`,
    standards: rich`OAuth 2.1 with PKCE, a token bound to the server by {resource}, and metadata to find the way: that is what the Model Context Protocol asks of its clients. RFC 9700 wants tokens restricted to one API for the same reason.`,
    specs: [rfc(9728), rfc(8414), rfc(8707), rfc(9700, '2.3')],
    others: [
      NO_MACHINE,
      {
        flow: 'device',
        why: rich`Fits an agent on a machine without a browser. It still has to find the issuer the same way.`,
      },
      NO_PASSWORD,
    ],
  },
  exchange: {
    title: 'Token Exchange',
    why: rich`The token that came in was made for this service, and the next one should not take it. The issuer turns it into one for the next service, still in the user’s name, and can note in {act} who is acting.`,
    standards: rich`RFC 9700 wants a token to be good for one API only, so handing on the one that came in is no way out. Neither it nor OAuth 2.1 changes the exchange, which is an extension.`,
    specs: [rfc(8693), rfc(8693, '4.1'), rfc(9700, '2.3')],
    others: [
      {
        flow: 'client-credentials',
        why: rich`The next service would see this one, and no user: it would have to be trusted with everybody’s data.`,
      },
      {
        flow: 'jwt-bearer',
        why: rich`Fits when there is no token to exchange, only a statement by somebody the issuer trusts.`,
      },
    ],
  },
  ciba: {
    title: 'Client-Initiated Backchannel Authentication (CIBA)',
    why: rich`The person is not in front of your screen: they are on the phone with a clerk, at a till, in a taxi. You name them, the issuer asks on a device that it knows, and you wait for the answer.`,
    standards: rich`CIBA is an extension by the OpenID Foundation; OAuth 2.1 does not speak of it. It is for confidential clients. What protects the person is the {binding_message}, which both screens show.`,
    specs: [ciba('4'), ciba('7.1'), rfc(9700, '2.5')],
    others: [
      {
        flow: 'device',
        why: rich`Needs the person to type a code that this screen shows. Here they cannot see this screen.`,
      },
      { flow: 'authorization-code', why: rich`Needs their browser, and that is elsewhere.` },
      NO_PASSWORD,
    ],
  },
  vouched: {
    title: 'JWT Bearer',
    why: rich`A system that the issuer trusts has signed a statement: this is the user, this is for you, for the next minutes. The service trades it for an access token. No page, nobody to ask.`,
    standards: rich`An extension grant, with the trust settled beforehand. Whoever holds the signing key can be any user, so the key decides how safe it is.`,
    specs: [rfc(7523, '2.1'), rfc(7521, '4.1')],
    others: [{ flow: 'token-exchange', why: rich`Fits when there is a token of this issuer already.` }, NO_MACHINE],
  },
  device: {
    title: 'Device Authorization',
    why: rich`Typing a password with a remote control is no fun, and a television has no browser to trust. It shows a short code; the person enters it on their phone, where they are signed in anyway. The device asks until they are done.`,
    standards: rich`Neither OAuth 2.1 nor RFC 9700 has anything better for such devices. The danger is a code that somebody else started: the page has to say clearly which device is let in.`,
    specs: [rfc(8628), rfc(8628, '5.4')],
    others: [
      { flow: 'authorization-code-pkce', why: rich`Needs a browser on the device, and a way back to the application.` },
      NO_PASSWORD,
      { flow: 'ciba', why: rich`The issuer would have to know beforehand whose television it is.` },
    ],
  },
  remote: {
    title: 'Device Authorization',
    why: rich`The tool runs where no browser can be opened, over SSH or in a container. It prints an address and a short code, the person opens them on their own machine, and the tool asks until they are done.`,
    standards: rich`RFC 8628 was made for this. Where a browser is at hand, RFC 8252 (native applications) is the safer way: a code that is passed along can be passed to the wrong person.`,
    specs: [rfc(8628, '1'), rfc(8628, '5.4'), rfc(8252)],
    others: [
      {
        flow: 'authorization-code-pkce',
        why: rich`The browser would come back to a loopback address of another machine than the tool’s.`,
      },
      NO_PASSWORD,
      NO_MACHINE,
    ],
  },
  cli: {
    title: 'Authorization Code with PKCE, and a loopback address',
    why: rich`The tool listens on a free port of {127.0.0.1}, opens the browser, and takes the code there. It can keep no secret, since anybody can read it where it is installed; PKCE stands in.`,
    standards: rich`A command-line tool is a native application: RFC 8252 wants the person’s own browser and a loopback address, and lets the port differ each time. OAuth 2.1 requires PKCE.`,
    specs: [rfc(8252, '7.3'), rfc(7636), OAUTH_2_1],
    others: [
      {
        flow: 'device',
        why: rich`Fits when there is no browser on this machine. With one, there is no code for somebody else to lure the user into typing.`,
      },
      NO_PASSWORD,
      NO_IMPLICIT,
    ],
  },
  native: {
    title: 'Authorization Code with PKCE',
    why: rich`The application opens the person’s own browser, where they may be signed in already, and comes back with a code. It can keep no secret; PKCE makes a code worthless to every other application on the device.`,
    standards: rich`RFC 8252 wants exactly this and forbids a sign-in page inside the application. OAuth 2.1 requires PKCE, and RFC 9700 wants refresh tokens of public clients to rotate or be bound to a key.`,
    specs: [rfc(8252), rfc(7636), rfc(9700, '2.2.2'), OAUTH_2_1],
    others: [
      NO_IMPLICIT,
      NO_PASSWORD,
      {
        flow: 'authorization-code',
        why: rich`A secret that ships with an application is no secret: whoever installs it has it.`,
      },
    ],
  },
  cookies: {
    title: 'Cookies instead of tokens',
    why: rich`Your backend signs the user in with the code grant, PKCE and a secret, keeps the tokens, and gives the browser a session cookie that no script can read. The page calls your backend, and your backend calls the API. A script that is slipped into the page finds no token to carry off.`,
    standards: rich`The best current practice for browser-based applications names this, a backend for frontend, as the most secure way, and strongly recommends it for business applications and for those that handle personal data. Cookies bring cross-site request forgery back: {SameSite} and a header of your own keep it out.`,
    specs: [BROWSER_APPS, rfc(9700, '2.1.1'), OAUTH_2_1],
    others: [
      {
        flow: 'authorization-code-pkce',
        why: rich`Works without a backend, but then the tokens lie where scripts run.`,
      },
      NO_IMPLICIT,
      NO_PASSWORD,
    ],
  },
  spa: {
    title: 'Authorization Code with PKCE',
    why: rich`The page can keep no secret, so it proves with PKCE that the code is its own. The tokens come by a request of the page, never in an address.`,
    standards: rich`OAuth 2.1 requires PKCE and has no implicit grant any more; RFC 9700 says not to use it. The best current practice for browser-based applications would rather see a backend that holds the tokens: think about one when more than little is at stake.`,
    specs: [rfc(7636), rfc(9700, '2.1'), BROWSER_APPS, OAUTH_2_1],
    others: [
      NO_IMPLICIT,
      { flow: 'session-cookie', why: rich`Safer, and needs a backend on the same site as the page.` },
      NO_PASSWORD,
    ],
  },
  web: {
    title: 'Authorization Code with PKCE, and client authentication',
    why: rich`The code passes through the browser; the tokens never do. Your server redeems the code with its own secret, so that a stolen code is of no use, and PKCE ties the code to the browser that began.`,
    standards: rich`OAuth 2.1 requires PKCE here as well, or an OpenID Connect {nonce} that does the same. RFC 9700 recommends PKCE for confidential clients, and keys over shared secrets.`,
    specs: [rfc(6749, '4.1'), rfc(9700, '2.1.1'), core('3.1.2.1'), OAUTH_2_1],
    others: [
      { flow: 'hybrid', why: rich`Gives an ID token before the code is redeemed. Rarely worth its checks today.` },
      NO_IMPLICIT,
      NO_PASSWORD,
    ],
  },
}
