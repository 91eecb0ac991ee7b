import type { ValetKeyConfig } from 'valetkey'

/** What the issuer is to know: the application, its API, a service that calls it, and Alice. */
export const config: ValetKeyConfig = {
  scenarios: [],
  users: [{ username: 'alice', claims: { name: 'Alice Adams' } }],
  apis: [{ identifier: 'https://app.test/api', scopes: [{ name: 'read:report', description: 'Read the report' }] }],
  clients: [
    {
      client_id: 'app',
      client_name: 'The app',
      client_secret: 'app-secret',
      grant_types: ['authorization_code'],
      redirect_uris: ['http://localhost/callback'],
      // The application gets a free port in each test, so any of this machine will do.
      valetkey: { anyLoopbackRedirect: true },
    },
    {
      client_id: 'reporter',
      client_secret: 'reporter-secret',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      valetkey: { defaultApi: 'https://app.test/api' },
    },
  ],
}
