/** From whom a `code_challenge` is demanded, unless the client has a setting of its own. */
export const PKCE_POLICIES = ['nobody', 'public', 'everyone'] as const
export type PkcePolicy = (typeof PKCE_POLICIES)[number]

/** Whether a consent is asked for again that was given before, or not at all. */
export const CONSENT_POLICIES = ['remembered', 'always', 'never'] as const
export type ConsentPolicy = (typeof CONSENT_POLICIES)[number]

/** Whose refresh tokens are replaced each time that they are used. */
export const ROTATION_POLICIES = ['never', 'public', 'always'] as const
export type RotationPolicy = (typeof ROTATION_POLICIES)[number]

/** Of whom a second factor is asked though the request does not ask for it. */
export const SECOND_FACTOR_POLICIES = ['nobody', 'enrolled', 'everyone'] as const
export type SecondFactorPolicy = (typeof SECOND_FACTOR_POLICIES)[number]

export interface Policies {
  readonly pkce: PkcePolicy
  readonly consent: ConsentPolicy
  readonly refreshRotation: RotationPolicy
  readonly secondFactor: SecondFactorPolicy
  /** An unknown client is registered on sight; so it is, too, when the program was started with `--permissive`. */
  readonly permissive: boolean
}

export const POLICY_DEFAULTS: Policies = {
  pkce: 'public',
  consent: 'remembered',
  refreshRotation: 'always',
  secondFactor: 'enrolled',
  permissive: false,
}
