import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { BROWSER_APPS, clientHints, fetchStandard, rfc, w3c } from '../specs.ts'

/** Names of headers have no case; these stand as the specifications write them. */
export const REQUEST_HEADERS = buildEntries('header', ['HTTP request'], {
  Authorization: {
    summary: 'Who asks: an access token, or a client with its secret.',
    detail: rich`{Bearer} and a token, {DPoP} and a bound token, or {Basic} with {client_id} and secret, each form-encoded, joined by a colon and put into base64.`,
    specs: [rfc(9110, '11.6.2'), rfc(6750, '2.1'), rfc(6749, '2.3.1')],
  },
  DPoP: {
    title: 'Proof of possession',
    summary: 'A JWT, made for this one request, that proves the key which the token is bound to.',
    detail: rich`It names method and address ({htm}, {htu}) and is good once. With an access token it has the token's hash ({ath}). Two such headers are one too many.`,
    specs: [rfc(9449, '4.1'), rfc(9449, '4.3')],
  },
  Cookie: {
    summary:
      'What the browser was given to keep for this site: the session at the issuer, or with an application’s own backend.',
    detail: rich`Cookies know no ports: everything on {localhost} shares them, which is why this issuer puts its port into their names.`,
    specs: [rfc(6265, '4.2')],
  },
  Origin: {
    summary: 'The site whose page makes the request, as the browser says it.',
    detail: rich`Scripts cannot forge it. Here an origin on this machine, or one that a registered address has, is allowed; others get no {Access-Control-Allow-Origin}.`,
    specs: [fetchStandard('origin-header'), rfc(6454, '7')],
  },
  'X-CSRF-Token': {
    title: 'Against forged requests',
    summary: 'A value that only pages of this origin could read, so that a cookie alone opens nothing.',
    detail: rich`The browser adds a cookie by itself, whoever made the request. It never adds this header, and a page elsewhere knows neither the value nor may it send such a header here. The name is a custom, not a standard.`,
    specs: [BROWSER_APPS],
  },
  Referer: {
    summary: 'The address of the page that the request came from.',
    detail: rich`A code in that address would leak with it; {Referrer-Policy} keeps it back.`,
    specs: [rfc(9110, '10.1.3'), rfc(9700, '4.2')],
  },
  Host: {
    summary: 'The name and port that the caller thinks it is talking to.',
    detail: rich`This issuer answers to its own names alone, so that a page on the internet cannot reach it under a name of its own (DNS rebinding). Another gets {421}.`,
    specs: [rfc(9110, '7.2')],
  },
  Accept: { summary: 'Which kinds of answer the caller understands.', specs: [rfc(9110, '12.5.1')] },
  'Accept-Encoding': {
    summary: 'Which ways of compressing the answer the caller understands.',
    specs: [rfc(9110, '12.5.3')],
  },
  'Accept-Language': { summary: 'Which languages the user reads.', specs: [rfc(9110, '12.5.4')] },
  'User-Agent': { summary: 'Which program makes the request.', specs: [rfc(9110, '10.1.5')] },
  'Upgrade-Insecure-Requests': {
    summary: 'The browser would rather be sent to https.',
    specs: [w3c('Upgrade Insecure Requests', 'upgrade-insecure-requests', 'preference')],
  },
  Priority: { summary: 'How urgently the browser wants the answer.', specs: [rfc(9218, '5')] },
  'Sec-CH-UA': { summary: 'Which browser it is, as the browser says it today.', specs: [clientHints('sec-ch-ua')] },
  'Sec-CH-UA-Mobile': { summary: 'Whether the browser runs on a phone.', specs: [clientHints('sec-ch-ua-mobile')] },
  'Sec-CH-UA-Platform': { summary: 'Which system the browser runs on.', specs: [clientHints('sec-ch-ua-platform')] },
  'X-Forwarded-For': {
    summary: 'For whom a proxy in front asks; everybody can write it, so it counts only where a proxy is known.',
    specs: [rfc(7239, '5.2')],
  },
  'X-Forwarded-Proto': { summary: 'Whether http or https reached the proxy in front.', specs: [rfc(7239, '5.4')] },
  'X-Forwarded-Host': { summary: 'Which host the proxy in front was asked for.', specs: [rfc(7239, '5.3')] },
  'Sec-Fetch-Site': {
    summary: 'Whether the request comes from the same site, another one, or the user.',
    specs: [w3c('Fetch Metadata', 'fetch-metadata', 'sec-fetch-site-header')],
  },
  'Sec-Fetch-Mode': {
    summary: "Whether it is a navigation, a script's call, or something else.",
    specs: [w3c('Fetch Metadata', 'fetch-metadata', 'sec-fetch-mode-header')],
  },
  'Sec-Fetch-User': {
    summary: 'The user clicked; the page did not do it by itself.',
    specs: [w3c('Fetch Metadata', 'fetch-metadata', 'sec-fetch-user-header')],
  },
  'Sec-Fetch-Dest': {
    summary: 'What the answer is for: a page, a frame, a script.',
    specs: [w3c('Fetch Metadata', 'fetch-metadata', 'sec-fetch-dest-header')],
  },
})

export const MESSAGE_HEADERS = buildEntries('header', ['HTTP request', 'HTTP response'], {
  'Content-Type': {
    summary: 'What kind of body it is.',
    detail: rich`The token endpoint takes {application/x-www-form-urlencoded}, not JSON: another kind is refused with {invalid_request}. Registration takes JSON.`,
    specs: [rfc(9110, '8.3'), rfc(6749, '4.1.3')],
  },
  'Content-Length': { summary: 'How many bytes the body has.', specs: [rfc(9110, '8.6')] },
  'Content-Encoding': { summary: 'How the body is compressed.', specs: [rfc(9110, '8.4')] },
  'Transfer-Encoding': {
    summary: 'The body comes in pieces, its length not known beforehand.',
    specs: [rfc(9112, '6.1')],
  },
  'Cache-Control': {
    summary: 'Whether the answer may be kept.',
    detail: rich`Whatever carries tokens, codes or secrets says {no-store}, so that no cache gives it to somebody else.`,
    specs: [rfc(9111, '5.2'), rfc(6749, '5.1')],
  },
  Pragma: { summary: 'What HTTP/1.0 had instead of Cache-Control.', specs: [rfc(9111, '5.4'), rfc(6749, '5.1')] },
  Connection: { summary: 'Whether the connection stays open after the answer.', specs: [rfc(9110, '7.6.1')] },
  Date: { summary: 'When the message was made.', specs: [rfc(9110, '6.6.1')] },
})
