import { buildEntries } from '../entry.ts'
import { rich } from '../rich-text.ts'
import { core, OIDC, rfc } from '../specs.ts'
import { AUTHORIZATION } from './error-contexts.ts'

export const AUTHORIZATION_ERRORS = buildEntries('error', AUTHORIZATION, {
  invalid_redirect_uri: {
    summary: 'The redirect address is not one of those registered.',
    detail: rich`Shown on a page and never sent on, since the address cannot be trusted. At registration it means that an address may not be used at all.`,
    where: [...AUTHORIZATION, 'registration response'],
    specs: [rfc(6749, '4.1.2.1'), rfc(7591, '3.2.2')],
  },
  unsupported_response_type: { summary: 'No such kind of answer exists here.', specs: [rfc(6749, '4.1.2.1')] },
  unsupported_response_mode: {
    summary: 'The answer cannot travel that way.',
    detail: rich`Tokens must not go into a query, for one.`,
    specs: [OIDC.responseModes],
  },
  login_required: {
    summary: 'The user would have to sign in, and prompt=none forbids asking.',
    detail: rich`Send the request again without {prompt=none}. Silent renewal in a frame ends like this too where the browser keeps the cookie back.`,
    specs: [core('3.1.2.6')],
  },
  consent_required: {
    summary: 'The user would have to agree, and prompt=none forbids asking.',
    specs: [core('3.1.2.6')],
  },
  interaction_required: {
    summary: 'A page would have to be shown, and prompt=none forbids it.',
    specs: [core('3.1.2.6')],
  },
  account_selection_required: {
    summary: 'The user would have to choose an account, and prompt=none forbids asking.',
    specs: [core('3.1.2.6')],
  },
  unmet_authentication_requirements: {
    summary: 'The user cannot sign in as strongly as the application insists on.',
    specs: [OIDC.unmetAuthentication],
  },
  invalid_request_object: {
    summary: 'The signed request cannot be read, or its signature does not fit.',
    specs: [core('3.1.2.6'), rfc(9101, '6')],
  },
  invalid_request_uri: {
    summary: 'No pushed request has that name: it was used already, or its time is over.',
    specs: [core('3.1.2.6'), rfc(9126, '4')],
  },
  request_not_supported: { summary: 'Signed requests are not taken.', specs: [core('3.1.2.6')] },
  request_uri_not_supported: { summary: 'Requests are not fetched from the web.', specs: [core('3.1.2.6')] },
  registration_not_supported: {
    summary: 'A client cannot bring its metadata along with the request.',
    specs: [core('3.1.2.6')],
  },
})
