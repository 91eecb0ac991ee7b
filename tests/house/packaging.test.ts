/** The desktop app as electron-builder packs it, with a stand-in for the Electron binary, which is not needed to pack. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const { default: config } = (await import(join(root, '.config/electron-builder.mjs'))) as { default: Config }

interface Config {
  readonly directories: { readonly buildResources: string }
  readonly linux: Target
  readonly mac: Target
  readonly win: Target
}

interface Target {
  readonly icon: string
  readonly files: readonly string[]
}

describe('the configuration', () => {
  test.each(['linux', 'mac', 'win'] as const)('names pictures that are there, for %s', (platform) => {
    expect(existsSync(join(root, config[platform].icon))).toBe(true)
  })

  test('leaves a binary of the native module for every system that it packs for', () => {
    const binaries = readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'))
    for (const { files } of [config.linux, config.mac, config.win]) {
      const platform = /!\((\w+)-\$\{arch\}\)\.node$/.exec(files.at(-1) ?? '')?.[1]
      expect(binaries).toEqual(expect.arrayContaining([`${platform}-x64.node`, `${platform}-arm64.node`]))
    }
  })
})

describe.skipIf(process.platform !== 'linux')('the packed app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-package-'))
  const packed = join(folder, 'packed', process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked')
  let files: readonly string[]

  beforeAll(() => {
    writeStandIn(join(folder, 'electron'))
    pack()
    files = listArchive(join(packed, 'resources/app.asar'))
  }, 120_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  function pack(): void {
    const builder = join(root, 'node_modules/electron-builder/cli.js')
    const options = { electronDist: join(folder, 'electron'), 'directories.output': join(folder, 'packed') }
    const settings = Object.entries(options).map(([name, value]) => `-c.${name}=${value}`)
    const args = [builder, '--config', '.config/electron-builder.mjs', '--linux', 'dir', ...settings]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
    expect(status, `${stdout}\n${stderr}`).toBe(0)
  }

  test('holds the built app, the screens and the licences', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/desktop/main.js',
        'out/desktop/app.js',
        'out/desktop/preload.cjs',
        'out/desktop/recorder-thread.js',
        'out/screens/index.html',
        'out/resources/scenarios/organizer.json',
        'out/resources/icons/tray.png',
        'out/resources/icons/tray@2x.png',
        'out/resources/icons/trayTemplate.png',
        'out/resources/icons/trayTemplate@2x.png',
        'out/THIRD-PARTY-LICENSES.txt',
      ]),
    )
  })

  test('holds nothing else', () => {
    const known = /^(package\.json|LICENSE|out\/(desktop|screens|resources)\/|out\/THIRD-PARTY|node_modules\/better-)/
    expect(files.filter((file) => !known.test(file))).toEqual([])
    expect(files.filter((file) => /\.(br|gz|map|ts|tsx|svg|icns)$/.test(file) && !isAsset(file))).toEqual([])
  })

  test('holds the native module for this system, as it is loaded, and none of what it was made of', () => {
    const prebuilds = files.filter((file) => file.endsWith('.node'))
    expect(prebuilds).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`])
    expect(files.filter((file) => /better-sqlite3\/(src|deps)/.test(file))).toEqual([])
    const module = join(packed, 'resources/app.asar.unpacked/node_modules/better-sqlite3')
    const source = `const D = require(${JSON.stringify(module)}); console.log(new D(':memory:').prepare('select 41 + 1 as n').get().n)`
    expect(spawnSync(process.execPath, ['-e', source], { encoding: 'utf8' }).stdout).toBe('42\n')
  })

  test('runs its own code from its archive, and nothing that its surroundings bring', async () => {
    const wire = await getCurrentFuseWire(join(packed, 'valet-key'))
    const states = Object.fromEntries(Object.entries(wire).map(([name, state]) => [name, FuseState[Number(state)]]))
    expect(states).toMatchObject({
      [FuseV1Options.RunAsNode]: 'DISABLE',
      [FuseV1Options.EnableCookieEncryption]: 'ENABLE',
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: 'DISABLE',
      [FuseV1Options.EnableNodeCliInspectArguments]: 'DISABLE',
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: 'ENABLE',
      [FuseV1Options.OnlyLoadAppFromAsar]: 'ENABLE',
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: 'DISABLE',
    })
  })
})

function isAsset(file: string): boolean {
  return file.startsWith('out/screens/assets/') && !/\.(br|gz|map)$/.test(file)
}

/** What electron-builder looks for in a distribution of Electron, and in the binary the place where its fuses are. */
function writeStandIn(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const fuses = ['dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', '\x01\x09', '100011101'].join('')
  writeFileSync(join(folder, 'electron'), Buffer.from(`\x7fELF${'\0'.repeat(64)}${fuses}`, 'latin1'), { mode: 0o755 })
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), name)
}

/** An archive begins with four lengths and its directory as JSON. */
function listArchive(file: string): readonly string[] {
  const bytes = readFileSync(file)
  const directory = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))) as Directory
  return [...walk(directory, '')]
}

interface Directory {
  readonly files?: Readonly<Record<string, Directory>>
}

function* walk({ files = {} }: Directory, path: string): Generator<string> {
  for (const [name, entry] of Object.entries(files)) {
    if (entry.files) yield* walk(entry, `${path}${name}/`)
    else yield `${path}${name}`
  }
}
