import { get } from '../draft.ts'
import { HTML, type Recipe } from './parts.ts'

export const PUBLIC_RECIPES: readonly Recipe[] = [
  {
    name: 'OpenID discovery',
    make: () => get('/.well-known/openid-configuration', {}, { origin: 'http://localhost:5173' }),
  },
  { name: 'OAuth discovery', make: () => get('/.well-known/oauth-authorization-server') },
  { name: 'resource metadata', make: () => get('/.well-known/oauth-protected-resource/apis/organizer') },
  { name: 'keys', make: () => get('/jwks') },
  {
    name: 'preflight',
    status: 204,
    make: () => ({
      ...get(
        '/token',
        {},
        {
          origin: 'http://localhost:5173',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization',
        },
      ),
      method: 'OPTIONS',
    }),
  },
  { name: 'asset', make: () => get('/assets/inter.woff2') },
  { name: 'nowhere', status: 404, make: () => get('/nowhere', {}, HTML) },
  { name: 'screens', to: 'screens', make: () => get('/', {}, HTML) },
  {
    name: 'management',
    to: 'screens',
    make: ({ program }) => get('/api/v1/clients', {}, { authorization: `Bearer ${program.ready.token}` }),
  },
  { name: 'own redirect address', to: 'screens', make: () => get('/callback', { code: 'x', state: 'y' }, HTML) },
]
