/** What is known of a failed request when its lesson is looked for. Everything in it may come from a stranger. */
export interface ErrorInput {
  /** The protocol's own code. */
  readonly error: string
  /** `error_description` as the answer had it. */
  readonly description?: string | undefined
  /** The issuer's internal detail, which the answer kept to itself. */
  readonly reason?: string | undefined
  readonly endpoint: 'authorization' | 'end_session' | 'device' | 'interaction' | (string & {})
  readonly params: Readonly<Record<string, string>>
  readonly client?: LessonClient | undefined
  readonly knownClients: readonly { readonly client_id: string; readonly client_name?: string | undefined }[]
  /** The origin of the screens, such as `http://localhost:4401`. */
  readonly screens: string
}

export interface LessonClient {
  readonly client_id: string
  readonly client_name?: string | undefined
  readonly application_type?: string | undefined
  readonly redirect_uris: readonly string[]
  readonly post_logout_redirect_uris?: readonly string[] | undefined
  readonly grant_types: readonly string[]
  readonly response_types: readonly string[]
  readonly token_endpoint_auth_method?: string | undefined
}

/** The application by name, for the middle of a sentence. */
export function clientName(input: ErrorInput): string {
  return input.client?.client_name || input.client?.client_id || 'this application'
}

/** The application by name, for the start of a sentence. */
export function clientNameFirst(input: ErrorInput): string {
  return input.client === undefined ? 'The application' : clientName(input)
}

const SHOWN_LENGTH = 400

/** A parameter as it may be shown: whole unless it is absurdly long. */
export function shown(value: string): string {
  return value.length <= SHOWN_LENGTH ? value : `${value.slice(0, SHOWN_LENGTH)}…`
}

/** The value that was sent, or nothing when the parameter was left out or empty. */
export function sentValue(input: ErrorInput, name: string): string | undefined {
  return input.params[name] || undefined
}
