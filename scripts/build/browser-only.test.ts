import { build } from 'vite'
import { expect, test } from 'vitest'
import { inRoot } from '../lib/paths.mjs'
import { browserOnly, reasonAgainst } from './browser-only.mjs'

test.each([
  ['electron', 'electron/desktop'],
  ['electron/renderer', 'electron/desktop'],
  ['better-sqlite3', 'electron/core/store'],
  ['node:fs', 'part of Node'],
  ['fs/promises', 'part of Node'],
])('%s may not reach the screens', (id, reason) => {
  expect(reasonAgainst(id)).toContain(reason)
})

test.each(['react', './electron.ts', '#shared/model/client.ts', 'electron-like'])('%s may', (id) => {
  expect(reasonAgainst(id)).toBeUndefined()
})

/** Builds screens that consist of one line. */
async function buildWith(code: string): Promise<unknown> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id.endsWith('entry.js') ? inRoot('entry.js') : undefined),
    load: (id: string) => (id === inRoot('entry.js') ? code : undefined),
  }
  return await build({
    root: inRoot(),
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    plugins: [entry, browserOnly],
    build: { write: false, rolldownOptions: { input: 'entry.js' } },
  })
}

test.each(["import 'node:fs'", "import fs from 'fs'", "export const load = () => import('node:fs')"])(
  'the build refuses: %s',
  async (code) => {
    await expect(buildWith(code)).rejects.toThrow(
      /The screens run in a browser, and entry\.js imports "(node:)?fs": that is part of Node\. Use what browsers have/,
    )
  },
)

test('a file of the core is refused as well', async () => {
  const file = JSON.stringify(inRoot('electron/core/open-ports.ts'))
  await expect(buildWith(`import ${file}`)).rejects.toThrow('imports electron/core/open-ports.ts')
})

test('what browsers have is built', async () => {
  await expect(buildWith("document.title = new URL('/', location.href).href")).resolves.toBeDefined()
})
