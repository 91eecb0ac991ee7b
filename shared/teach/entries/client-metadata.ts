import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { METADATA_DOCUMENT, core, logout, OIDC, registration, rfc } from '../specs.ts'
import { CLIENT } from './client-contexts.ts'

/** Who the application is. */
export const CLIENT_IDENTITY = buildEntries('metadata', CLIENT, {
  client_id: {
    summary: 'What the application calls itself in requests.',
    detail: rich`In a metadata document it is the document's own address.`,
    specs: [rfc(7591, '3.2.1'), METADATA_DOCUMENT],
  },
  client_name: { summary: 'The name that the consent page shows.', specs: [rfc(7591, '2')] },
  client_uri: { summary: "The address of the application's home page.", specs: [rfc(7591, '2')] },
  logo_uri: {
    summary: 'The address of a picture for the application.',
    detail: rich`Whoever registers chooses it: the picture proves nothing.`,
    specs: [rfc(7591, '2'), rfc(7591, '5')],
  },
  tos_uri: { summary: "The address of the application's terms of service.", specs: [rfc(7591, '2')] },
  policy_uri: { summary: "The address of the application's privacy policy.", specs: [rfc(7591, '2')] },
  contacts: { summary: 'E-mail addresses of those responsible for the application.', specs: [rfc(7591, '2')] },
  software_id: { summary: 'Names the software, the same for all installations of it.', specs: [rfc(7591, '2')] },
  software_version: { summary: 'The version of the software.', specs: [rfc(7591, '2')] },
  software_statement: {
    summary: 'A JWT in which somebody else vouches for the metadata.',
    detail: rich`Not used here.`,
    specs: [rfc(7591, '2.3')],
  },
  application_type: {
    summary: 'Whether the application runs on a web server, or is installed: web or native.',
    detail: rich`Native ones may have private schemes, and any port of a loopback address.`,
    specs: [registration('2'), rfc(8252, '7.3')],
  },
})

/** What it does, and where it is reached. */
export const CLIENT_FLOWS = buildEntries('metadata', CLIENT, {
  redirect_uris: {
    summary: 'Where the browser may be sent back to.',
    detail: rich`Compared character by character, so every address that is used must stand here whole. No wildcards: they are how codes are stolen.`,
    specs: [rfc(7591, '2'), rfc(9700, '4.1.3')],
  },
  post_logout_redirect_uris: {
    summary: 'Where the browser may be sent after signing out.',
    specs: [logout('3.1')],
  },
  grant_types: {
    summary: 'The grants that the application may use at the token endpoint.',
    detail: rich`They must fit {response_types}: {code} needs {authorization_code}, whatever brings tokens through the browser needs {implicit}.`,
    specs: [rfc(7591, '2'), rfc(7591, '2.1')],
  },
  response_types: {
    summary: 'The kinds of answer that the application may ask for through the browser.',
    specs: [rfc(7591, '2'), rfc(7591, '2.1')],
  },
  response_modes: {
    summary: 'The ways in which answers may come to the application.',
    specs: [OIDC.responseModes],
  },
  scope: { summary: 'The scopes that the application may ask for; left out, any.', specs: [rfc(7591, '2')] },
  authorization_details_types: {
    summary: 'The types of authorization_details that the application may ask for.',
    specs: [rfc(9396, '10')],
  },
  default_max_age: {
    summary: 'The max_age of requests that have none.',
    specs: [registration('2')],
  },
  default_acr_values: {
    summary: 'The acr_values of requests that have none.',
    specs: [registration('2')],
  },
  require_auth_time: {
    summary: 'Whether ID tokens for the application always say when the user signed in.',
    specs: [registration('2')],
  },
  initiate_login_uri: {
    summary: 'The address of the application at which a sign-in can be started from elsewhere.',
    specs: [registration('2'), core('4')],
  },
  subject_type: {
    summary: 'Whether users have the same name for all clients, or one for each.',
    detail: rich`{public} alone here: {sub} is the user name.`,
    specs: [registration('2'), core('8')],
  },
  sector_identifier_uri: {
    summary: 'A list of redirect addresses of clients that are to see the same pairwise names.',
    specs: [registration('2'), registration('5')],
  },
})
