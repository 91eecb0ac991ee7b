import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { fetchStandard, rfc, w3c } from '../specs.ts'

export const RESPONSE_HEADERS = buildEntries('header', ['HTTP response'], {
  'WWW-Authenticate': {
    title: 'Challenge',
    summary: 'How to ask again: which scheme is wanted, and what was wrong with the token.',
    detail: rich`It comes with {401}, and with {403} for a scope that is missing. {resource_metadata} leads to where the API says which issuer it trusts.`,
    specs: [rfc(9110, '11.6.1'), rfc(6750, '3'), rfc(9728, '5.1')],
  },
  'DPoP-Nonce': {
    summary: 'The value that the next DPoP proof must carry as its nonce.',
    detail: rich`A page reads it only if {Access-Control-Expose-Headers} names it.`,
    specs: [rfc(9449, '8.1')],
  },
  Location: {
    summary: 'Where the browser is to go next.',
    detail: rich`The issuer's answer to the application travels in it: a code in the query, tokens in the fragment.`,
    specs: [rfc(9110, '10.2.2'), rfc(6749, '4.1.2')],
  },
  'Set-Cookie': {
    summary: 'Something for the browser to keep, such as the session at the issuer.',
    detail: rich`{HttpOnly} hides it from scripts, {SameSite=Lax} keeps it from most requests of other sites, and {Secure} from anything but https.`,
    specs: [rfc(6265, '4.1')],
  },
  'Retry-After': { summary: 'How many seconds to wait before asking again.', specs: [rfc(9110, '10.2.3')] },
  Allow: { summary: 'Which methods the address takes.', specs: [rfc(9110, '10.2.1')] },
  Vary: {
    summary: 'On which request headers the answer depends, for caches.',
    detail: rich`With {Origin} a cache does not give one site the answer that was allowed to another.`,
    specs: [rfc(9110, '12.5.5')],
  },
  ETag: { summary: 'Names this version of what was answered.', specs: [rfc(9110, '8.8.3')] },
  'Content-Security-Policy': {
    summary: 'What the page may load and run, and who may frame it.',
    detail: rich`{frame-ancestors} keeps others from showing the sign-in page in a frame of theirs and stealing clicks.`,
    specs: [w3c('Content Security Policy Level 3', 'CSP3', 'csp-header'), rfc(9700, '4.16')],
  },
  'X-Frame-Options': {
    summary: 'Whether the page may be framed, as older browsers read it.',
    specs: [rfc(7034, '2'), rfc(9700, '4.16')],
  },
  'Referrer-Policy': {
    summary: 'How much of this address the next site learns.',
    detail: rich`Keeps codes in addresses from travelling on in {Referer}.`,
    specs: [w3c('Referrer Policy', 'referrer-policy', 'referrer-policy-header'), rfc(9700, '4.2.4')],
  },
  'X-Content-Type-Options': {
    summary: 'Tells the browser not to guess another kind of content.',
    specs: [fetchStandard('x-content-type-options-header')],
  },
  'Strict-Transport-Security': {
    summary: 'From now on this site is to be asked by https alone.',
    specs: [rfc(6797, '6.1')],
  },
  'Keep-Alive': { summary: 'How long the connection stays open for another request.', specs: [rfc(9112, '9.3')] },
})

/** Cross-origin resource sharing: what a page of one site may read of another. */
export const CORS_HEADERS = buildEntries('header', ['HTTP response'], {
  'Access-Control-Allow-Origin': {
    summary: 'The site whose pages may read the answer.',
    detail: rich`Missing, the browser keeps the answer from the page and says so on its console, although the request arrived. The authorization endpoint never has it: browsers go there, scripts do not call it.`,
    specs: [fetchStandard('http-access-control-allow-origin'), rfc(9700, '2.6')],
  },
  'Access-Control-Allow-Methods': {
    summary: 'Which methods a page of another site may use.',
    specs: [fetchStandard('http-access-control-allow-methods')],
  },
  'Access-Control-Allow-Headers': {
    summary: 'Which headers a page of another site may send.',
    detail: rich`{Authorization} and {DPoP} are among those that need it.`,
    specs: [fetchStandard('http-access-control-allow-headers')],
  },
  'Access-Control-Allow-Credentials': {
    summary: 'Whether cookies may come along.',
    specs: [fetchStandard('http-access-control-allow-credentials')],
  },
  'Access-Control-Expose-Headers': {
    summary: 'Which headers of the answer a page may read.',
    specs: [fetchStandard('http-access-control-expose-headers')],
  },
  'Access-Control-Max-Age': {
    summary: 'How many seconds the browser need not ask again.',
    specs: [fetchStandard('http-access-control-max-age')],
  },
  'Access-Control-Request-Method': {
    summary: 'In the preflight: the method that the page wants to use.',
    where: ['HTTP request'],
    specs: [fetchStandard('http-access-control-request-method')],
  },
  'Access-Control-Request-Headers': {
    summary: 'In the preflight: the headers that the page wants to send.',
    where: ['HTTP request'],
    specs: [fetchStandard('http-access-control-request-headers')],
  },
})

export const CHALLENGE = buildEntries('parameter', ['WWW-Authenticate challenge'], {
  realm: { summary: 'A name for what is protected.', specs: [rfc(9110, '11.5'), rfc(6750, '3')] },
  error: {
    summary: 'What was wrong with the token: invalid_token, insufficient_scope or invalid_request.',
    detail: rich`Missing where no token was sent at all.`,
    specs: [rfc(6750, '3'), rfc(6750, '3.1')],
  },
  error_description: { summary: 'The same in words, for developers.', specs: [rfc(6750, '3')] },
  error_uri: { summary: 'The address of a page about the error.', specs: [rfc(6750, '3')] },
  scope: {
    summary: 'The scopes that the call needs.',
    where: ['WWW-Authenticate challenge', 'API response'],
    specs: [rfc(6750, '3')],
  },
  algs: { summary: 'The algorithms that a DPoP proof may be signed with.', specs: [rfc(9449, '7.1')] },
  resource_metadata: {
    summary: 'Where the API describes itself, its issuers among it.',
    detail: rich`An application that knows nothing but the API's address finds the issuer by it, as MCP clients do.`,
    specs: [rfc(9728, '5.1')],
  },
})
