import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { rfc } from '../specs.ts'
import { AUTHORIZATION, BOTH } from './error-contexts.ts'

/** Errors of the first two steps; the particular causes are in the lessons. */
export const OAUTH_ERRORS = buildEntries('error', BOTH, {
  invalid_request: {
    summary: 'Something is missing, stands twice, or cannot be read.',
    detail: rich`{error_description} names the parameter.`,
    where: [...BOTH, 'userinfo response', 'API response', 'registration response'],
    specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  },
  invalid_scope: {
    summary: 'A scope is unknown, misspelt, or not among those of the application or the API.',
    specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  },
  unauthorized_client: {
    summary: 'The application is not registered for this grant or answer.',
    detail: rich`Add it to {grant_types} or {response_types} of the client.`,
    specs: [rfc(6749, '4.1.2.1'), rfc(6749, '5.2')],
  },
  access_denied: {
    summary: 'The user, or the issuer, said no.',
    detail: rich`Not a fault: an application must get along with it.`,
    where: [...AUTHORIZATION, 'token response'],
    specs: [rfc(6749, '4.1.2.1'), rfc(8628, '3.5')],
  },
  invalid_target: {
    summary: 'The API that is asked for is unknown, or not allowed here.',
    detail: rich`{resource} or {audience} must be the identifier of a registered API, written just so.`,
    specs: [rfc(8707, '2')],
  },
  invalid_authorization_details: {
    summary: 'The authorization_details cannot be read, or no API knows their type.',
    specs: [rfc(9396, '5')],
  },
  server_error: {
    summary: 'Something broke in the issuer.',
    specs: [rfc(6749, '4.1.2.1')],
  },
  temporarily_unavailable: { summary: 'The issuer cannot answer for the moment.', specs: [rfc(6749, '4.1.2.1')] },
})
