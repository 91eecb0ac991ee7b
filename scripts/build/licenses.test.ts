import { expect, test } from 'vitest'
import { packageFolder } from './licenses.mjs'

test.each([
  ['/p/node_modules/koa/lib/application.js', '/p/node_modules/koa'],
  ['/p/node_modules/@hono/node-server/dist/index.mjs', '/p/node_modules/@hono/node-server'],
  ['/p/node_modules/koa/node_modules/depd/index.js', '/p/node_modules/koa/node_modules/depd'],
  ['\0/p/node_modules/ms/index.js?commonjs', '/p/node_modules/ms'],
  ['C:\\p\\node_modules\\ms\\index.js', 'C:\\p\\node_modules\\ms'],
])('%s belongs to the package in %s', (module, folder) => {
  expect(packageFolder(module)).toBe(folder)
})

test.each(['/p/electron/core/create-core.ts', '\0rolldown/runtime.js'])('%s belongs to no package', (module) => {
  expect(packageFolder(module)).toBeUndefined()
})
