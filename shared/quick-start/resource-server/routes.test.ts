import { expect, test } from 'vitest'

import { listRoutes } from './routes.ts'

const routesOf = (...names: readonly string[]) =>
  listRoutes({ scopes: names.map((name) => ({ name })) }).map(
    ({ method, path, scope }) => `${method} ${path} ${scope ?? '-'}`,
  )

test('a scope is a route, by how it is spelt', () => {
  expect(routesOf('read:contacts', 'create:contacts', 'tasks.delete', 'geocode', 'update:order_items')).toEqual([
    'GET /contacts read:contacts',
    'POST /contacts create:contacts',
    'DELETE /tasks tasks.delete',
    'GET /geocode geocode',
    'PUT /order-items update:order_items',
  ])
})

test('no two have the same, and one that is all signs has one, too', () => {
  expect(routesOf('read:notes', 'notes.read', 'read', '::')).toEqual([
    'GET /notes read:notes',
    'GET /notes-2 notes.read',
    'GET /read read',
    'GET / ::',
  ])
  expect(routesOf()).toEqual(['GET / -'])
})
