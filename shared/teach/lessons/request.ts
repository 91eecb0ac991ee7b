import { clientName, clientNameFirst, sentValue } from '../error-input.ts'
import { code, rich } from '../rich-text.ts'
import { openApplicationLink, trafficLink } from '../screen-links.ts'
import { OIDC, rfc } from '../specs.ts'
import { all, hasError, quoted, says, some, type LessonEntry } from './lesson-entry.ts'

export const parameterTwice: LessonEntry = {
  id: 'parameter-twice',
  matches: says(/must not be provided twice$/),
  explain: (input) => {
    const names = [...quoted(input)].flatMap((name, index) => [index === 0 ? '' : ', ', code(name)])
    return {
      title: 'A parameter was sent twice',
      summary: rich`More than one value came for ${names}.`,
      why: rich`If the issuer took the first value and something before it the last, an attacker could show one thing and do another. So a parameter may come once.`,
      specs: [rfc(6749, '3.1')],
      fixes: [
        rich`Send each parameter once. Look whether the application adds to an address that already has it.`,
        rich`Only {resource} may come several times.`,
      ],
      links: [trafficLink(input), openApplicationLink(input)],
    }
  },
}

export const requestObjectInvalid: LessonEntry = {
  id: 'request-object-invalid',
  matches: hasError('invalid_request_object'),
  explain: (input) => ({
    title: 'The signed request cannot be trusted',
    summary: rich`${clientNameFirst(input)} sent its parameters as a signed JWT in {request}, and that JWT does not hold.`,
    why: rich`A request object is there so that nobody can change a request on its way through the browser. If its signature or claims do not hold, that is what may have happened.`,
    specs: [rfc(9101, '6.2'), rfc(9101, '10.2')],
    fixes: [
      rich`{iss} and {client_id} are the application's {client_id}, {aud} is the issuer's address, and {exp} is still to come.`,
      rich`Sign with a key that the issuer knows from {jwks} or {jwks_uri}, by an algorithm that fits it; {none} is refused.`,
      rich`{request} and {request_uri} must not stand inside it, and its {client_id} and {response_type} must equal those beside it.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const requestUriInvalid: LessonEntry = {
  id: 'request-uri-invalid',
  matches: hasError('invalid_request_uri'),
  explain: (input) => ({
    title: 'The pushed request is used up or has expired',
    summary: rich`The {request_uri} stands for a request that was pushed before. The issuer has none under it that can still be used.`,
    why: rich`A pushed request is good for one sign-in and for a minute. So a {request_uri} that someone finds in a log or in the history is worthless.`,
    specs: [rfc(9126, '2.2'), rfc(9126, '4')],
    fixes: [
      rich`Push the request again for each sign-in, and send the person on at once.`,
      rich`Do not reload this page, or go back to it: start the sign-in again in the application.`,
      rich`Push and sign in at the same issuer, and as the same {client_id}.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const pushRequired: LessonEntry = {
  id: 'push-required',
  matches: says(/^Pushed Authorization Request must be used/),
  explain: (input) => ({
    title: `${clientNameFirst(input)} has to push its requests`,
    summary: rich`It is registered with {require_pushed_authorization_requests}, and this request came straight through the browser.`,
    why: rich`A request that is pushed is authenticated, and the browser carries only a reference to it: nobody on the way can read or change it.`,
    specs: [rfc(9126, '2'), rfc(9126, '6')],
    fixes: [
      rich`Post the parameters to {/par}, and send the browser to {/authorize} with {client_id} and the {request_uri} from the answer, or`,
      rich`take {require_pushed_authorization_requests} away from ${clientName(input)}.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const requestFormUnsupported: LessonEntry = {
  id: 'request-form-unsupported',
  matches: some(
    hasError('request_not_supported', 'request_uri_not_supported', 'registration_not_supported'),
    says(/^(request and request_uri parameters|Request Object must be used)/),
  ),
  explain: (input) => ({
    title: 'The request cannot be made this way',
    summary: rich`The issuer takes parameters plainly, as a signed JWT in {request}, or by a {request_uri} that it gave out itself.`,
    why: rich`Fetching a request from any address would let a stranger make the issuer call addresses of their choice, so only references of its own are taken, and only one form at a time.`,
    specs: [rfc(9101, '5'), rfc(9126, '2')],
    fixes: [
      rich`Push the request to {/par} and use the {request_uri} from the answer, or`,
      rich`send either {request} or {request_uri}, not both, and no {registration}.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const promptInvalid: LessonEntry = {
  id: 'prompt-invalid',
  matches: says(/^(unsupported prompt value|prompt none must|invalid max_age)/),
  explain: (input) => ({
    title:
      sentValue(input, 'prompt') === undefined
        ? 'The max_age is not a number of seconds'
        : 'These prompts do not go together',
    summary: rich`{prompt} and {max_age} say whether a person is to be asked again. The values sent make no sense.`,
    why: rich`{prompt=none} promises that nobody sees a page, and every other value asks for one. {max_age} is a whole number of seconds.`,
    specs: [OIDC.authRequest],
    fixes: [
      rich`Send {none} alone, or {login} and {consent}, together if need be.`,
      rich`Send {max_age} as a whole number, {0} or more.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const claimsInvalid: LessonEntry = {
  id: 'claims-invalid',
  matches: says(/^(claims[ .]|could not parse the claims|invalid claims)/),
  explain: (input) => ({
    title: 'The claims parameter cannot be read',
    summary: rich`{claims} is a JSON object that says which claims are wanted, and where. The one that was sent is not of that form.`,
    why: rich`A request that is half understood might ask the person for less, or for more, than the application meant.`,
    specs: [OIDC.claimsParameter],
    fixes: [
      rich`Send an object with {userinfo} or {id_token}, such as ${code('{"id_token":{"email":null}}')}, percent-encoded once.`,
      rich`Use {userinfo} only where an access token is issued as well.`,
    ],
    links: [trafficLink(input), openApplicationLink(input)],
  }),
}

export const bodyUnreadable: LessonEntry = {
  id: 'body-unreadable',
  matches: says(/^(failed to parse the request body|only application\/)/),
  explain: (input) => ({
    title: 'The request could not be read',
    summary: rich`Its body is not a form, or is not whole.`,
    why: rich`OAuth's endpoints take their parameters as a form and as nothing else, so that every party reads the same request.`,
    specs: [rfc(6749, '3.1'), rfc(6749, 'B')],
    fixes: [rich`Send {Content-Type: application/x-www-form-urlencoded} and the parameters as a form, in UTF-8.`],
    links: [trafficLink(input)],
  }),
}

export const parameterMissing: LessonEntry = {
  id: 'parameter-missing',
  matches: all(hasError('invalid_request'), says(/^missing required parameter/)),
  explain: (input) => {
    const names = [...quoted(input)].flatMap((name, index) => [index === 0 ? '' : ', ', code(name)])
    return {
      title: 'The request is not complete',
      summary: rich`It lacks ${names.length === 0 ? 'a parameter' : names}.`,
      why: rich`The standard makes some parameters part of every request of this kind. A parameter that is sent without a value counts as left out.`,
      specs: [rfc(6749, '3.1')],
      fixes: [rich`Send what is missing. If the application does send it, see in Traffic what arrived.`],
      links: [trafficLink(input), openApplicationLink(input)],
    }
  },
}
