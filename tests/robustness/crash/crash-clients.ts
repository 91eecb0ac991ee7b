import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const WEB = { id: 'crash-web', secret: 'crash-web-secret', redirect: 'http://localhost:3998/callback' } as const
export const MACHINE = { id: 'crash-machine', secret: 'crash-machine-secret' } as const
export const TV = { id: 'couch-tv' } as const
export const OPAQUE_API = 'https://photobox.test/api'
export const JWT_API = 'https://world-mappers.test/api'

/** Nothing here may end by its lifetime before it has been looked at. */
const CONFIG = {
  clients: [
    {
      client_id: WEB.id,
      client_secret: WEB.secret,
      redirect_uris: [WEB.redirect],
      grant_types: ['authorization_code', 'refresh_token', 'password'],
      response_types: ['code'],
      scope: 'openid profile offline_access read:pictures',
      valetkey: { skipConsent: true, requirePkce: false, defaultApi: OPAQUE_API },
    },
    {
      client_id: MACHINE.id,
      client_secret: MACHINE.secret,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      scope: 'read:pictures geocode',
    },
  ],
  lifetimes: { accessToken: 86_400, idToken: 3600, refreshToken: 86_400, authorizationCode: 3600, deviceCode: 3600 },
}

export function writeCrashConfig(directory: string): string {
  const file = join(directory, 'valetkey.config.json')
  writeFileSync(file, JSON.stringify(CONFIG))
  return file
}
