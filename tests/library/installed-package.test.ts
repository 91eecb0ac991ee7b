import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { root } from './example-folder.ts'
import { canInstall, environment, exec, install, makeFolder, pack, type Packed } from './installation.ts'

const reachable = canInstall()
if (!reachable) console.warn('NO REGISTRY: the package is not installed, and none of its tests are run')

describe('the package', () => {
  const folder = makeFolder('pack')
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let packed: Packed
  beforeAll(() => {
    packed = pack(folder)
  }, 60_000)

  it('holds the built program, its resources and the licences, and no sources', () => {
    const wanted = ['LICENSE', 'README.md', 'package.json', 'out/THIRD-PARTY-LICENSES.txt']
    const parts = [
      'out/headless/valetkey.js',
      'out/headless/recorder-thread.js',
      'out/library/index.js',
      'out/library/index.d.ts',
      'out/screens/index.html',
    ]
    expect(packed.files).toEqual(expect.arrayContaining([...wanted, ...parts, 'out/resources/config.schema.json']))
    const others = packed.files.filter(
      (file) => !wanted.includes(file) && !/^out\/(headless|library|resources|screens)\//.test(file),
    )
    // npm packs whatever "main" names; it is one line for Electron.
    expect(others).toEqual(['out/desktop/main.js'])
    expect(packed.files.filter((file) => file.startsWith('out/resources/icons/'))).toEqual([])
  })

  it('holds the files of the screens as they are, and compressed for those who take them so', () => {
    const assets = packed.files.filter((file) => file.startsWith('out/screens/assets/'))
    const texts = assets.filter((file) => /\.(js|css|svg)$/.test(file))
    expect(texts.length).toBeGreaterThan(1)
    expect(assets).toEqual(expect.arrayContaining(texts.flatMap((file) => [`${file}.br`, `${file}.gz`])))
    expect(assets.filter((file) => /\.(map|tsx?)$/.test(file))).toEqual([])
  })

  it('is small', () => {
    expect(packed.unpackedSize).toBeLessThan(7_000_000)
    const others = packed.files.filter((file) => !file.startsWith('out/screens/'))
    expect(others.length).toBeLessThan(100)
  })
})

describe.skipIf(!reachable)('installed into an empty project', () => {
  let folder: string
  beforeAll(() => {
    const packFolder = makeFolder('pack')
    folder = install(pack(packFolder).tarball)
    rmSync(packFolder, { recursive: true })
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function node(file: string, source: string, program = process.execPath) {
    writeFileSync(join(folder, file), source)
    return exec(folder, program, [file])
  }

  it('brings better-sqlite3 along and nothing else of its own', () => {
    const packages = readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))
    expect(packages).toEqual(expect.arrayContaining(['better-sqlite3', 'valetkey']))
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'node_modules/valetkey/package.json'), 'utf8')) as {
      dependencies: object
    }
    expect(Object.keys(dependencies)).toEqual(['better-sqlite3'])
  })

  it('works from JavaScript', () => {
    const { stdout, stderr, status } = node('use.js', USE_JAVASCRIPT)
    expect({ stdout, stderr, status }).toEqual({ stdout: 'Bearer at+jwt\n', stderr: '', status: 0 })
  })

  it('works from CommonJS', () => {
    const { stdout, stderr, status } = node('use.cjs', USE_COMMONJS)
    expect({ stdout, stderr, status }).toEqual({ stdout: 'function\n', stderr: '', status: 0 })
  })

  it('works from TypeScript, as Node runs it', () => {
    const { stdout, stderr, status } = node('use.ts', USE_TYPESCRIPT)
    expect({ stdout, stderr, status }).toEqual({ stdout: 'Bearer\n', stderr: '', status: 0 })
  })

  it('has types that need no other package and no leniency', () => {
    writeFileSync(join(folder, 'use.ts'), USE_TYPESCRIPT)
    const compilerOptions = {
      target: 'ES2022',
      lib: ['ES2022', 'DOM'],
      module: 'NodeNext',
      strict: true,
      noEmit: true,
      types: [],
    }
    const strictest = { skipLibCheck: false, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true }
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, ...strictest }, files: ['use.ts'] }),
    )
    const { stdout, status } = exec(folder, process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      '.',
    ])
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })

  it('gives the schema of the config file', () => {
    const source = `import schema from 'valetkey/config.schema.json' with { type: 'json' }\nconsole.log(schema.title)\n`
    expect(node('schema.js', source).stdout).toBe('Valet Key configuration\n')
  })

  it('runs as a command', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(exec(folder, 'npx', ['valetkey', '--version'])).toMatchObject({ status: 0, stdout: `${version}\n` })
  })

  it('serves, gives a token, and ends when it is told to', async () => {
    const command = join(folder, 'node_modules/valetkey/out/headless/valetkey.js')
    const args = [command, 'serve', '--json', '--ephemeral', '--port', '0', '--ui-port', '0']
    const child = spawn(process.execPath, args, { cwd: folder, env: environment })
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { issuer } = JSON.parse(line) as { issuer: string }
    const asked = [
      'valetkey',
      'token',
      '--issuer',
      issuer,
      '--client',
      'taxi-finder',
      '--client-secret',
      'taxi-finder-secret',
    ]
    const { stdout, status } = exec(folder, 'npx', asked)
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number | null]
    expect([status, (JSON.parse(stdout) as { token_type: string }).token_type, code]).toEqual([0, 'Bearer', 0])
  })

  describe('on a Node that is too old', () => {
    const old = findOldNode()
    if (old === undefined) console.warn('NO OLD NODE: what the package says on one is tried with a pretended one only')

    it.skipIf(old === undefined)('says so as a command, on the real one', () => {
      const { stderr, status, signal } = exec(folder, old?.path ?? '', [
        'node_modules/valetkey/out/headless/valetkey.js',
        'serve',
      ])
      expect({ stderr, status, signal }).toEqual({ stderr: `${tooOld(old?.version ?? '')}\n`, status: 1, signal: null })
    })

    it.skipIf(old === undefined)('throws it as a library, on the real one', () => {
      const { stdout, status, signal } = node('old.js', IMPORT_AND_TELL, old?.path)
      expect({ stdout, status, signal }).toEqual({
        stdout: `Error: ${tooOld(old?.version ?? '')}\n`,
        status: 0,
        signal: null,
      })
    })

    it.each(['18.20.8', '20.20.2', '22.11.0'])('throws it as a library on a pretended Node %s', (version) => {
      const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })\n`
      expect(node('pretended.js', pretend + IMPORT_AND_TELL).stdout).toBe(`Error: ${tooOld(version)}\n`)
    })
  })
})

const USE_JAVASCRIPT = `
import { startValetKey } from 'valetkey'
const client = { client_id: 'service', client_secret: 's', grant_types: ['client_credentials'], redirect_uris: [] }
const issuer = await startValetKey({ config: { clients: [client] } })
const other = await startValetKey()
const own = await issuer.token({ client: 'service' })
const seeded = await other.token({ client: 'taxi-finder', scope: 'geocode' })
const header = JSON.parse(Buffer.from(seeded.access_token.split('.')[0], 'base64url'))
console.log(own.token_type, header.typ)
await issuer.close()
await other.close()
`

const USE_COMMONJS = `
const { startValetKey } = require('valetkey')
console.log(typeof startValetKey)
`

const USE_TYPESCRIPT = `
import { startValetKey, type TokenResponse, type ValetKeyConfig } from 'valetkey'
const config: ValetKeyConfig = {
  users: [{ username: 'dora', claims: { name: 'Dora', roles: ['admin'] } }],
  clients: [{ client_id: 'service', client_secret: 's', grant_types: ['client_credentials'], redirect_uris: [], tos_uri: 'https://x.test/' }],
}
const issuer = await startValetKey({ port: 0, config })
const asyncDispose: () => Promise<void> = issuer[Symbol.asyncDispose]
const tokens: TokenResponse = await issuer.token({ client: 'service' })
console.log(tokens.token_type)
await asyncDispose()
export const wrong = [
  // @ts-expect-error a port is a number
  () => startValetKey({ port: '4400' }),
  // @ts-expect-error there is no such member
  () => startValetKey({ config: { cleints: [] } }),
  // @ts-expect-error a token is somebody's
  () => issuer.token({ scope: 'openid' }),
]
`

const IMPORT_AND_TELL = `
import('valetkey').then(({ startValetKey }) => startValetKey()).then(() => console.log('it started'), (error) => console.log(String(error)))
`

function tooOld(version: string): string {
  return `Valet Key needs Node 22.12 or newer, and this is Node ${version}.`
}

/** One that this machine has beside the one that runs this test. */
function findOldNode(): { readonly path: string; readonly version: string } | undefined {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const found = (process.env['PATH'] ?? '').split(delimiter).map((directory) => {
    const path = join(directory, name)
    const { stdout } = spawnSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' })
    return { path, version: stdout?.trim() ?? '' }
  })
  return found.find(({ version }) => /^(1\d|20|21)\./.test(version))
}
