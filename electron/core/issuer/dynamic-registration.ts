import { errors, type KoaContextWithOIDC } from 'oidc-provider'

/** Open registration (RFC 7591) and its management (RFC 7592), as a playground on one's own machine may have it. */
export function registrationFeatures(enabled: boolean) {
  return {
    registration: { enabled, initialAccessToken: false, issueRegistrationAccessToken: true },
    registrationManagement: { enabled, rotateRegistrationAccessToken: false },
  }
}

/** What Valet Key alone decides about a client: nobody registers itself past the consent page. */
export const extraClientMetadata = {
  properties: ['valetkey'],
  validator(ctx: KoaContextWithOIDC | undefined, key: string, value: unknown): void {
    if (ctx && key === 'valetkey' && value !== undefined) {
      throw new errors.InvalidClientMetadata(
        'valetkey cannot be set by registration, only from the screens or the config',
      )
    }
  },
}
