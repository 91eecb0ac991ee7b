/** What is not run here, and what is called whatever anybody may call it: at least it is code of its language. */
import { spawnSync } from 'node:child_process'
import { parseAst } from 'rolldown/parseAst'
import { expect, test } from 'vitest'

import type { ClientMetadata } from '#shared/model/client.ts'
import { GRANT } from '#shared/oauth/protocol.ts'
import { buildQuickStarts } from '#shared/quick-start/build-quick-starts.ts'
import { readFacts } from '#shared/quick-start/facts.ts'
import { buildResourceServer } from '#shared/quick-start/resource-server/build-resource-server.ts'
import type { CodeFile } from '#shared/quick-start/quick-start.ts'

const NAME = `it's "\${1}" \`x\` \\ </script> */ {a} #{b} ü 😀\n- x: y`
const API = {
  identifier: `https://notes.test/'"\\`,
  name: NAME,
  tokenFormat: 'jwt',
  signingAlg: 'RS256',
  tokenLifetime: 60,
  scopes: [{ name: `read:'notes`, description: NAME }, { name: 'write' }],
  authorizationDetailsTypes: [],
} as const

const CLIENT: ClientMetadata = {
  client_id: NAME,
  client_name: NAME,
  redirect_uris: [`http://localhost:3000/it's`],
  grant_types: [GRANT.authorizationCode, GRANT.clientCredentials, GRANT.deviceCode],
}

function filesOf(changes: Partial<ClientMetadata>): readonly CodeFile[] {
  const facts = readFacts({ ...CLIENT, ...changes }, { issuer: 'http://localhost:4400', apis: [API] })
  return buildQuickStarts(facts).fitting.flatMap(({ id, files }) =>
    files.map((file) => ({ ...file, path: `${id}/${file.path}` })),
  )
}

const FILES = [
  ...filesOf({ token_endpoint_auth_method: 'client_secret_basic' }),
  ...filesOf({ token_endpoint_auth_method: 'none', grant_types: [GRANT.authorizationCode] }),
  ...filesOf({ token_endpoint_auth_method: 'private_key_jwt', application_type: 'native' }),
  ...(['jwt', 'opaque'] as const).flatMap(
    (tokenFormat) => buildResourceServer({ ...API, tokenFormat }, { issuer: 'http://localhost:4400' }).files,
  ),
]
const isScript = ({ path }: CodeFile) => /\.(?:mjs|js|jsx|ts|tsx)$/.test(path)

test.each(FILES.filter(isScript))('$path', ({ path, code }) => {
  const lang = path.endsWith('.tsx') ? 'tsx' : path.endsWith('.ts') ? 'ts' : path.endsWith('.jsx') ? 'jsx' : 'js'
  expect(parseAst(code, { lang }).body.length).toBeGreaterThan(0)
})

test.each(FILES.filter(({ path }) => path.endsWith('.py')))('$path', ({ code }) => {
  const { status, stderr } = spawnSync('python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())'], {
    input: code,
  })
  expect([status, String(stderr)]).toEqual([0, ''])
})

test.each(FILES.filter(({ path }) => path.endsWith('.sh') || path.endsWith('.env')))('$path', ({ code }) => {
  const { status, stderr } = spawnSync('sh', ['-n'], { input: code })
  expect([status, String(stderr)]).toEqual([0, ''])
})
