import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** Where the import stands, what is imported, and what the linter has to say about it. */
const forbidden = [
  ['shared/model', 'electron', 'What needs Electron belongs in electron/desktop'],
  ['shared/model', 'node:fs', 'What needs Node belongs in electron/core'],
  ['shared/model', 'better-sqlite3', 'What needs Node belongs in electron/core'],
  ['shared/teach/lessons', 'react', 'shared/ holds data and rules'],
  ['shared/model', '../../electron/core/create-core.ts', 'shared/ is the bottom'],
  ['shared/model', '../../renderer/theme/colours.ts', 'shared/ is the bottom'],

  ['renderer/features/clients', 'electron', 'Ask through renderer/bridge'],
  ['renderer/features/clients', 'node:path', 'Ask the core through renderer/bridge'],
  ['renderer/features/clients', '../../../electron/core/create-core.ts', 'Put the call into shared/contract'],
  ...['.', 'bridge', 'theme', 'components/json', 'stores', 'features/traffic', 'frame/palette', 'gallery'].flatMap(
    (folder) => [
      [`renderer/${folder}`, 'electron', 'Ask through renderer/bridge'] as const,
      [`renderer/${folder}`, 'node:path', 'Ask the core through renderer/bridge'] as const,
    ],
  ),
  ['renderer/bridge', '../stores/stores.ts', 'The bridge is the bottom of the screens'],
  ['renderer/theme', '../components/button.tsx', 'The theme is the bottom of the screens'],
  ['renderer/components', '../stores/use-stores.tsx', 'A component is told everything by its props'],
  ['renderer/components/json', '../../features/traffic/text.ts', 'A component is told everything by its props'],
  ['renderer/components', '../bridge/create-bridge.ts', 'A component is told everything by its props'],
  ['renderer/components', '../frame/places.ts', 'A component is told everything by its props'],
  ['renderer/components', 'zustand', 'A component is told everything by its props'],
  ['renderer/components', 'wouter', 'A component is told everything by its props'],
  ['renderer/stores', '../bridge/create-bridge.ts', 'Stores know a Bridge by its interface'],
  ['renderer/stores/support', '../../components/button.tsx', 'Stores know a Bridge by its interface'],
  ['renderer/features/traffic', '../applications/text.ts', 'Features do not know each other'],
  ['renderer/features/common', '../traffic/text.ts', 'Features do not know each other'],
  ['renderer/features/traffic', '../../features/users/text.ts', 'Features do not know each other'],
  ['renderer/features/traffic', '../../bridge/create-bridge.ts', 'A screen asks through the stores'],
  ['renderer/frame/palette', '../../bridge/create-bridge.ts', 'The frame asks through the stores'],

  ['electron/desktop', 'better-sqlite3', 'Only electron/core/store touches SQLite'],
  ['electron/desktop', 'react', 'A shell shows no pages of its own'],
  ['electron/desktop', '../core/store/store.ts', 'A shell knows the core by electron/core/create-core.ts only'],
  ['electron/desktop', '../headless/exit-codes.ts', 'The two shells and the screens do not know each other'],
  ['electron/desktop', '../../renderer/main.tsx', 'The two shells and the screens do not know each other'],

  ['electron/headless', 'electron', 'Only electron/desktop knows Electron'],
  ['electron/headless', 'electron/main', 'Only electron/desktop knows Electron'],
  ['electron/headless', 'better-sqlite3', 'Only electron/core/store touches SQLite'],
  ['electron/headless', 'react-dom/server', 'A shell shows no pages of its own'],
  ['electron/headless', '../core/issuer/keys.ts', 'A shell knows the core by electron/core/create-core.ts only'],
  ['electron/headless', '../desktop/window.ts', 'The two shells and the screens do not know each other'],

  ...['.', 'api', 'flows', 'issuer', 'issuer/interactions/pages', 'resource-server/http', 'seed', 'recorder', 'store']
    .concat('listener')
    .flatMap((folder) => [
      [`electron/core/${folder}`, 'electron', 'Only electron/desktop knows Electron'] as const,
      [`electron/core/${folder}`, up(folder, 'headless/cli.ts'), 'neither its shells nor the screens'] as const,
      [`electron/core/${folder}`, up(folder, 'desktop/main.ts'), 'neither its shells nor the screens'] as const,
      [`electron/core/${folder}`, up(folder, '../renderer/main.tsx'), 'neither its shells nor the screens'] as const,
    ]),
  ...[
    '.',
    'api',
    'flows',
    'issuer/grants',
    'issuer/interactions',
    'resource-server',
    'seed',
    'recorder',
    'listener',
  ].map((folder) => [`electron/core/${folder}`, 'better-sqlite3', 'Only electron/core/store touches SQLite'] as const),
  ...['.', 'api', 'flows', 'issuer/grants', 'resource-server', 'seed', 'recorder', 'store', 'listener'].map(
    (folder) => [`electron/core/${folder}`, 'react-dom/server', 'only issuer/interactions renders pages'] as const,
  ),

  ['electron/core/api', '../listener/listener.ts', 'handed its routes by create-core.ts'],
  ['electron/core/flows', '../api/clients.ts', 'flows may use recorder and store'],
  ['electron/core/flows', '../issuer/provider.ts', 'flows may use recorder and store'],
  ['electron/core/issuer', '../resource-server/operation.ts', 'issuer may use recorder and store'],
  ['electron/core/issuer/grants', '../../seed/scenarios.ts', 'issuer may use recorder and store'],
  ['electron/core/issuer/grants', '../../create-core.ts', 'issuer may use recorder and store'],
  ['electron/core/issuer/interactions', '../../flows/engine.ts', 'issuer may use recorder and store'],
  ['electron/core/resource-server/http', '../../issuer/keys.ts', 'It knows the issuer by HTTP'],
  ['electron/core/seed', '../issuer/provider.ts', 'seed may use recorder and store'],
  ['electron/core/recorder', '../issuer/provider.ts', 'recorder may use store only'],
  ['electron/core/store', '../recorder/recorder.ts', 'store is the bottom'],
  ['electron/core/store/migrations', '../../issuer/keys.ts', 'store is the bottom'],
  ['electron/core/listener', '../store/store.ts', 'The listener is handed its routes'],
] as const

const allowed = [
  ['shared/teach', '../model/client.ts'],
  ['renderer/features/clients', 'react'],
  ['renderer/features/clients', '#shared/contract/client.ts'],
  ['renderer/features/clients', './text.ts'],
  ['renderer/features/clients', '../common/gone.tsx'],
  ['renderer/features/clients', '../../components/button.tsx'],
  ['renderer/features/clients', '../../stores/use-stores.tsx'],
  ['renderer/components/json', '../button.tsx'],
  ['renderer/frame', '../features/traffic/screen.tsx'],
  ['renderer/stores', 'zustand'],
  ['renderer/bridge', '#shared/frames/connect-frames.ts'],
  ['renderer', './bridge/create-bridge.ts'],
  ['electron/desktop', 'electron'],
  ['electron/desktop', 'node:path'],
  ['electron/desktop', '../core/create-core.ts'],
  ['electron/headless', '../core/create-core.ts'],
  ['electron/core', './store/open-store.ts'],
  ['electron/core', './issuer/provider.ts'],
  ['electron/core/api', '../issuer/provider.ts'],
  ['electron/core/issuer', '../store/store.ts'],
  ['electron/core/issuer/grants', '../../store/store.ts'],
  ['electron/core/issuer/interactions/pages', 'react-dom/server'],
  ['electron/core/recorder', '../store/store.ts'],
  ['electron/core/store', 'better-sqlite3'],
  ['electron/core/store', '#shared/errors.ts'],
] as const

/** Globals by which a page reaches the program or other tabs. */
const CONNECTIONS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'BroadcastChannel'] as const

const folder = mkdtempSync(join(tmpdir(), 'valetkey-import-rules-'))
let findings: ReadonlyMap<string, readonly string[]>
let globalsUsed: ReadonlyMap<string, readonly string[]>

beforeAll(() => {
  // Import rules need no types, and the part of the linter that does is looked for in a node_modules nearby.
  const config = readFileSync(join(root, '.oxlintrc.json'), 'utf8')
  write('.oxlintrc.json', config.replace('"typeAware": true', '"typeAware": false'))
  for (const [index, [place, target]] of forbidden.entries()) {
    write(fileOf('forbidden', index, place), `import * as it from '${target}'\nexport const use = it\n`)
    write(fileOf('lazy', index, place), `export const load = () => import('${target}')\n`)
  }
  for (const [index, [place, target]] of allowed.entries()) {
    write(fileOf('allowed', index, place), `import * as it from '${target}'\nexport const use = it\n`)
  }
  write(
    'electron/headless/types-only.ts',
    "import type { Store } from '../core/store/store.ts'\nexport type It = Store\n",
  )
  for (const name of CONNECTIONS) {
    for (const place of ['renderer/features/traffic', 'renderer/stores', 'renderer/bridge', 'electron/core/api'])
      write(globalFile(place, name), `export const use = () => ${name}\n`)
  }
  const diagnostics = lint()
  findings = byFile(diagnostics, 'no-restricted-imports', ({ help }) => help)
  globalsUsed = byFile(diagnostics, 'no-restricted-globals', ({ message }) => message)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(forbidden.map((entry, index) => [...entry, index] as const))(
  '%s may not import %s',
  (place, _target, message, index) => {
    expect(findings.get(fileOf('forbidden', index, place))).toEqual([expect.stringContaining(message)])
    expect(findings.get(fileOf('lazy', index, place))).toEqual([expect.stringContaining(message)])
  },
)

test.each(allowed.map((entry, index) => [...entry, index] as const))('%s may import %s', (place, _target, index) => {
  expect(findings.get(fileOf('allowed', index, place))).toBeUndefined()
})

test.each(CONNECTIONS)('only the bridge uses %s', (name) => {
  expect(globalsUsed.get(globalFile('renderer/features/traffic', name))).toEqual([expect.stringContaining('renderer/')])
  expect(globalsUsed.get(globalFile('renderer/stores', name))).toHaveLength(1)
  expect(globalsUsed.get(globalFile('renderer/bridge', name))).toBeUndefined()
  expect(globalsUsed.get(globalFile('electron/core/api', name))).toBeUndefined()
})

test('a shell may name the types of the core', () => {
  expect(findings.get('electron/headless/types-only.ts')).toBeUndefined()
})

/** The path from a folder of the core to something beside the core. */
function up(folderOfCore: string, target: string): string {
  const depth = folderOfCore === '.' ? 1 : folderOfCore.split('/').length + 1
  return `${'../'.repeat(depth)}${target}`
}

function fileOf(kind: string, index: number, place: string): string {
  return join(place, `${kind}-${index}.ts`).replaceAll('\\', '/')
}

function globalFile(place: string, name: string): string {
  return `${place}/uses-${name.toLowerCase()}.ts`
}

function write(file: string, text: string): void {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

/** One run over all files, since starting the linter costs more than what it does here. */
function lint(): readonly Diagnostic[] {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
  const result = spawnSync(process.execPath, [oxlint, '--format', 'json'], { cwd: folder, encoding: 'utf8' })
  return (JSON.parse(result.stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics
}

/** What one rule says of each file. */
function byFile(
  diagnostics: readonly Diagnostic[],
  rule: string,
  say: (of: Diagnostic) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = diagnostics.filter(({ code }) => code.includes(rule))
  const grouped = Map.groupBy(found, ({ filename }) => filename.replaceAll('\\', '/'))
  return new Map([...grouped].map(([file, of]) => [file, of.map(say)]))
}

interface Diagnostic {
  readonly code: string
  readonly filename: string
  readonly help: string
  readonly message: string
}
