import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { chromiumPath } from '../support/chromium.ts'
import { copyExamples, root, run } from './example-folder.ts'

let folder: string

beforeAll(() => {
  folder = copyExamples()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the Vitest example passes as it stands', async () => {
  const { code, output } = await run(folder, process.execPath, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    'vitest',
  ])
  expect(output).toMatch(/Tests +4 passed \(4\)/)
  expect(code).toBe(0)
})

const chromium = chromiumPath()
if (chromium === undefined) console.warn('NO CHROMIUM: the Playwright example is not run')

test.skipIf(chromium === undefined)(
  'the Playwright example passes as it stands',
  async () => {
    const program = join(root, 'node_modules/@playwright/test/cli.js')
    const { code, output } = await run(folder, process.execPath, [program, 'test', 'playwright'], {
      CHROMIUM: chromium,
    })
    expect(output).toContain('2 passed')
    expect(code).toBe(0)
  },
  60_000,
)

test('the examples hold to the types of the package', () => {
  const compilerOptions = {
    target: 'ES2022',
    module: 'NodeNext',
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    types: ['node'],
    typeRoots: [join(root, 'node_modules/@types')],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*/*.ts'] }))
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
    encoding: 'utf8',
  })
  expect(stdout).toBe('')
})

test('the examples ask for the versions that they are run with', () => {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest
  const [example, own] = [read('docs/examples/package.json'), read('package.json')]
  const wanted = { ...example.dependencies, ...example.devDependencies }
  const known = { ...own.devDependencies, valetkey: own.version }
  expect(known).toMatchObject(wanted)
})

interface Manifest {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
