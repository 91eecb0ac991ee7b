// The program under measurement, started as a user starts it.
import { cpSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './processes.mjs'

/** @param {string} name @param {'jwt' | 'opaque'} tokenFormat @param {string} signingAlg */
const api = (name, tokenFormat, signingAlg) => ({
  identifier: `https://bench.test/${name}`,
  name,
  tokenFormat,
  signingAlg,
  tokenLifetime: 3600,
  scopes: [{ name: 'read' }],
})

/** What the peer has too, see peers/bare-oidc-provider.mjs. */
const CONFIG = {
  scenarios: [],
  users: [
    {
      username: 'alice',
      password: 'alice',
      claims: { name: 'Alice Adams', email: 'alice@bench.test', email_verified: true },
    },
  ],
  apis: [
    api('opaque', 'opaque', 'RS256'),
    api('rs256', 'jwt', 'RS256'),
    api('es256', 'jwt', 'ES256'),
    api('eddsa', 'jwt', 'EdDSA'),
  ],
  clients: [
    { client_id: 'bench', client_secret: 'bench-secret', grant_types: ['client_credentials'] },
    {
      client_id: 'bench-web',
      client_secret: 'bench-web-secret',
      redirect_uris: ['http://localhost:3999/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      valetkey: { refreshTokens: 'always' },
    },
  ],
}

/**
 * @param {string} program the path of valetkey.js
 * @param {{ from?: string, flags?: readonly string[] }} [options] `from` is a data folder to begin with
 * @returns {Promise<import('./processes.mjs').Server & { directory: string }>}
 */
export async function startProgram(program, { from, flags = [] } = {}) {
  const directory = temporaryFolder()
  const data = join(directory, 'data')
  if (from !== undefined) cpSync(from, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const config = join(directory, 'valetkey.config.json')
  writeFileSync(config, JSON.stringify(CONFIG))
  const args = [
    program,
    'serve',
    '--port',
    '0',
    '--ui-port',
    '0',
    '--data',
    data,
    '--config',
    config,
    '--json',
    ...flags,
  ]
  const server = await startServer(args, (line) => JSON.parse(line).issuer)
  return {
    ...server,
    directory: data,
    async stop() {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'valetkey-bench-'))
}
