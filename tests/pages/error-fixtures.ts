import { explainAuthorizationError, type ErrorInput, type LessonClient } from '#shared/teach/error-lessons.ts'
import type { ErrorPage } from '../../electron/core/issuer/interactions/pages/page.ts'

const CALENDAR: LessonClient = {
  client_id: 'calendar-app',
  client_name: 'CalendarApp',
  application_type: 'web',
  redirect_uris: ['http://localhost:3000/callback', 'http://localhost:3000/silent'],
  post_logout_redirect_uris: ['http://localhost:3000/'],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'client_secret_basic',
}

function errorPage(input: Partial<ErrorInput>): ErrorPage {
  return {
    kind: 'error',
    lesson: explainAuthorizationError({
      error: 'invalid_request',
      endpoint: 'authorization',
      params: {},
      client: CALENDAR,
      knownClients: [CALENDAR],
      screens: 'http://localhost:4401',
      ...input,
    }),
  }
}

function wrongAddress(redirect_uri: string): ErrorPage {
  return errorPage({
    error: 'invalid_redirect_uri',
    description: "redirect_uri did not match any of the client's registered redirect_uris",
    params: { redirect_uri },
  })
}

/** Lessons as the page shows them, by way of the table that makes them. */
export const ERROR_PAGES: Readonly<Record<string, ErrorPage>> = {
  error: wrongAddress('http://localhost:3000/callback/'),
  'error-loopback': wrongAddress('http://127.0.0.1:3000/callback'),
  'error-scheme': {
    ...errorPage({
      error: 'invalid_redirect_uri',
      description: "redirect_uri did not match any of the client's registered redirect_uris",
      params: { redirect_uri: 'http://app.example.test/callback' },
      client: { ...CALENDAR, redirect_uris: ['https://app.example.test/callback'] },
    }),
  },
  'error-no-address': errorPage({
    description: "missing required parameter 'redirect_uri'",
    client: { ...CALENDAR, client_name: 'Taxi Finder', redirect_uris: [], grant_types: ['client_credentials'] },
  }),
  'error-client': errorPage({
    error: 'invalid_client',
    description: 'client is invalid',
    reason: 'client not found',
    params: { client_id: 'calender-app', redirect_uri: 'http://localhost:3000/callback' },
    client: undefined,
  }),
  'error-pkce': errorPage({
    description: 'Authorization Server policy requires PKCE to be used for this request',
    client: { ...CALENDAR, client_name: 'MyTodos.io', token_endpoint_auth_method: 'none' },
  }),
  'error-response-type': errorPage({
    description: 'requested response_type is not allowed for this client',
    params: { response_type: 'id_token token', redirect_uri: 'http://localhost:3000/callback' },
  }),
  'error-session': errorPage({
    endpoint: 'interaction',
    description: 'interaction session id cookie not found',
    client: undefined,
  }),
  'error-logout': errorPage({
    endpoint: 'end_session',
    description: 'post_logout_redirect_uri not registered',
    params: { post_logout_redirect_uri: 'http://localhost:3000/callback' },
  }),
  'error-server': errorPage({ error: 'server_error', description: 'oops! something went wrong', client: undefined }),
  'error-long': wrongAddress(`https://app.example.test/${'very-long-part/'.repeat(60)}?a=${'b'.repeat(500)}`),
}
