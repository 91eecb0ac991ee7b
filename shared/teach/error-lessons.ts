import { sentValue, type ErrorInput } from './error-input.ts'
import type { ErrorLesson, RichText } from './lesson.ts'
import * as client from './lessons/client.ts'
import * as device from './lessons/device.ts'
import { explainAnyError, serverError } from './lessons/fallback.ts'
import type { LessonEntry } from './lessons/lesson-entry.ts'
import * as logout from './lessons/logout.ts'
import * as pkce from './lessons/pkce.ts'
import * as prompt from './lessons/prompt.ts'
import * as redirect from './lessons/redirect-uri.ts'
import * as request from './lessons/request.ts'
import * as response from './lessons/response-type.ts'
import * as scope from './lessons/scope.ts'
import * as session from './lessons/session.ts'
import { redact } from './redact.ts'
import { rich } from './rich-text.ts'

export type { ErrorInput, LessonClient } from './error-input.ts'

/** The first entry that matches has the word, so the particular stand before the general. */
export const ERROR_LESSONS: readonly LessonEntry[] = [
  redirect.redirectUriMismatch,
  session.interactionLost,
  session.formForged,
  device.deviceCodeUnknown,
  device.deviceCodeOver,
  device.devicePolling,
  request.parameterTwice,
  logout.postLogoutRedirectUri,
  logout.idTokenHint,
  client.clientIdMissing,
  client.metadataDocument,
  client.clientUnknown,
  client.clientMetadataInvalid,
  client.clientAuthentication,
  response.responseTypeMissing,
  redirect.redirectUriMissing,
  response.responseTypeUnsupported,
  response.responseTypeNotAllowed,
  response.responseMode,
  pkce.pkceRequired,
  pkce.pkceMethod,
  pkce.pkceFormat,
  scope.scopeInvalid,
  scope.openidMissing,
  scope.nonceMissing,
  scope.targetInvalid,
  scope.authorizationDetailsInvalid,
  request.requestObjectInvalid,
  request.requestUriInvalid,
  request.pushRequired,
  request.requestFormUnsupported,
  request.promptInvalid,
  request.claimsInvalid,
  request.bodyUnreadable,
  request.parameterMissing,
  prompt.loginRequired,
  prompt.consentRequired,
  prompt.interactionRequired,
  prompt.authenticationTooWeak,
  prompt.accessDenied,
  device.grantNotAllowed,
  serverError,
]

/** What an error of the issuer's pages teaches: what happened, why the standard wants it so, and the way out. */
export function explainAuthorizationError(input: ErrorInput): ErrorLesson {
  const entry = ERROR_LESSONS.find((candidate) => candidate.matches(input))
  const body = entry?.explain(input) ?? explainAnyError(input)
  return {
    code: input.error,
    ...body,
    why: [...body.why, ...whyNotRedirected(input)],
    ...(input.description && { description: redact(input.description, input.params) }),
    ...(input.reason && { reason: redact(input.reason, input.params) }),
  }
}

/** Most errors of the authorization endpoint would go back to the application, if there were an address to send them to. */
function whyNotRedirected(input: ErrorInput): RichText {
  const stranded = input.endpoint === 'authorization' && input.client && !sentValue(input, 'redirect_uri')
  if (
    !stranded ||
    input.description?.includes("'redirect_uri'") ||
    input.params['request'] ||
    input.params['request_uri']
  )
    return []
  return rich` The application would be told so, but the request has no {redirect_uri} to send the answer to.`
}
