import { byNearness, editDistance } from '#shared/text/edit-distance.ts'

import { clientName, clientNameFirst, sentValue, shown, type ErrorInput } from '../error-input.ts'
import type { RichText } from '../lesson.ts'
import { code, rich } from '../rich-text.ts'
import { newApplicationLink, openApplicationLink, trafficLink } from '../screen-links.ts'
import { METADATA_DOCUMENT, rfc } from '../specs.ts'
import { all, hasError, misses, says, some, type LessonEntry } from './lesson-entry.ts'

export const clientUnknown: LessonEntry = {
  id: 'client-unknown',
  matches: all(
    hasError('invalid_client'),
    some(says(/^client is invalid$/), (input) => input.reason === 'client not found'),
    (input) => sentValue(input, 'client_id') !== undefined,
  ),
  explain(input) {
    const sent = sentValue(input, 'client_id') ?? ''
    const nearest = nearClients(input, sent)
    return {
      title: nearest.length > 0 ? 'No application has quite this client_id' : 'No application has this client_id',
      summary: rich`The request is from ${code(shown(sent))}, and no application is registered under that name.`,
      ...(nearest.length > 0 && { comparison: { parameter: 'client_id', sent: shown(sent), registered: nearest } }),
      why: rich`Without a registered application the issuer knows no address that it may answer at, so it must not redirect, and tells the person instead.`,
      specs: [rfc(6749, '4.1.2.1')],
      fixes: [...closeName(input, nearest[0]), ...register(sent)],
      links: [
        newApplicationLink(input, `Register ${shortened(sent)}`, prepared(input, sent)),
        openApplicationLink(input),
        trafficLink(input),
      ],
    }
  },
}

export const clientIdMissing: LessonEntry = {
  id: 'client-id-missing',
  matches: misses('client_id'),
  explain: (input) => ({
    title: 'The request does not say which application it is from',
    summary: rich`It has no {client_id}.`,
    why: rich`The issuer looks everything up by {client_id}: the addresses it may answer at, the grants, the name shown to the person. Without it there is nothing to check a redirect against.`,
    specs: [rfc(6749, '4.1.1'), rfc(6749, '4.1.2.1')],
    fixes: [
      rich`Send {client_id} with the request. An empty value counts as none: a setting in the application may be missing.`,
      ...(sentValue(input, 'request') === undefined
        ? []
        : [
            rich`A request object does not replace it: {client_id} stands beside {request}, with the same value as inside.`,
          ]),
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const metadataDocument: LessonEntry = {
  id: 'client-metadata-document',
  matches: says(/^client_id metadata document/),
  explain: (input) => ({
    title: 'The application’s metadata document cannot be used',
    summary: rich`The {client_id} is an address, so the issuer reads the application's metadata from there. That did not work.`,
    why: rich`What the document says stands in for a registration. If it cannot be read, or says something else than the request, nothing is known of the application.`,
    specs: [METADATA_DOCUMENT],
    fixes: [
      rich`The document must answer over {https} with JSON, and its {client_id} must be its own address, to the letter.`,
      rich`It must not hold a {client_secret} or ask for a way of authentication that needs one.`,
      rich`To develop offline, name a local copy of it under {metadataDocuments} in the config file.`,
    ],
    links: [trafficLink(input)],
  }),
}

export const clientMetadataInvalid: LessonEntry = {
  id: 'client-metadata-invalid',
  matches: hasError('invalid_client_metadata', 'invalid_redirect_uri'),
  explain: (input) => ({
    title: `The registration of ${clientName(input)} contradicts itself`,
    summary: rich`The issuer read the application's metadata and found a value that it cannot use.`,
    why: rich`Metadata is checked as a whole: a grant needs its response types and addresses, a way of authentication needs its key or secret.`,
    specs: [rfc(7591, '2')],
    fixes: [rich`Put right the value that is named below, under “What the issuer said”.`],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

export const clientAuthentication: LessonEntry = {
  id: 'client-authentication',
  matches: hasError('invalid_client'),
  explain: (input) => ({
    title: `${clientNameFirst(input)} could not prove who it is`,
    summary: rich`The issuer knows the application, but what it sent as proof does not hold.`,
    why: rich`Anyone can send a {client_id}. The secret or the key is what keeps others from using the application's name.`,
    specs: [rfc(6749, '2.3'), rfc(7523, '3')],
    fixes: [
      rich`Authenticate as registered: ${code(input.client?.token_endpoint_auth_method ?? 'client_secret_basic')}.`,
      rich`With {client_secret_basic}, percent-encode id and secret before joining them with a colon.`,
    ],
    links: [openApplicationLink(input), trafficLink(input)],
  }),
}

/** Nearer than this share of its letters, another name is probably the one that was meant. */
const LIKELY = 0.4

function nearClients(input: ErrorInput, sent: string): readonly string[] {
  const likely = input.knownClients
    .map((client) => client.client_id)
    .filter((id) => editDistance(sent.toLowerCase(), id.toLowerCase()) <= Math.max(2, id.length * LIKELY))
  return byNearness(sent, likely).slice(0, 2)
}

function closeName(input: ErrorInput, nearest: string | undefined): readonly RichText[] {
  if (nearest === undefined) return []
  const name = input.knownClients.find((client) => client.client_id === nearest)?.client_name ?? nearest
  return [rich`If ${name} is meant, set {client_id} to ${code(nearest)}; letters, case and all, or`]
}

function register(sent: string): readonly RichText[] {
  return [
    rich`register ${code(shown(sent))} as an application.`,
    rich`Valet Key started with {--permissive} registers an unknown application on sight.`,
  ]
}

function prepared(input: ErrorInput, sent: string): Readonly<Record<string, string>> {
  const redirectUri = sentValue(input, 'redirect_uri')
  return { client_id: sent, ...(redirectUri !== undefined && { redirect_uri: redirectUri }) }
}

function shortened(clientId: string): string {
  return clientId.length <= 32 ? clientId : `${clientId.slice(0, 31)}…`
}
