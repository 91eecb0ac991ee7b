import { expect, test } from 'vitest'

import { buildOpenApi } from '#shared/rest/openapi.ts'

import { listSchema, nameType } from './list-schema.ts'
import { listOperations } from './operations.ts'

const { paths, components } = buildOpenApi('http://localhost:4401/api/v1')

test('members of members are listed with their places, through references and lists', () => {
  const schema = {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: { $ref: '#/components/schemas/thing' } } },
  }
  const thing = { type: 'object', properties: { id: { type: 'string', description: 'Its id.' } } }
  expect(listSchema(schema, { thing })).toEqual([
    { path: 'items', type: 'array of object', isRequired: true, description: undefined },
    { path: 'items[].id', type: 'string', isRequired: false, description: 'Its id.' },
  ])
})

test('what refers to itself ends there', () => {
  const node = { type: 'object', properties: { child: { $ref: '#/components/schemas/node' } } }
  expect(listSchema({ $ref: '#/components/schemas/node' }, { node }).map(({ path }) => path)).toEqual(['child'])
})

test('choices are told, and several types', () => {
  expect(nameType({ enum: ['a', 'b'] }, {})).toBe('"a" | "b"')
  expect(nameType({ anyOf: [{ type: 'string' }, { type: 'null' }] }, {})).toBe('string | null')
  expect(nameType({}, {})).toBe('anything')
})

test('every operation of the real description can be listed', () => {
  const operations = listOperations(paths)
  expect(operations.length).toBeGreaterThan(80)
  for (const { operation } of operations) {
    const schema = operation.requestBody?.content['application/json']?.schema
    if (schema !== undefined) for (const row of listSchema(schema, components.schemas)) expect(row.type).not.toBe('')
  }
})
