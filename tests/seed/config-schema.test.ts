import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { apiSchema } from '#shared/contract/api.ts'
import { clientSettingsSchema } from '#shared/contract/client-settings.ts'
import { clientSchema } from '#shared/contract/client.ts'
import { buildConfigSchema } from '#shared/contract/config-schema.ts'
import { configFileSchema } from '#shared/contract/config.ts'
import { lifetimesSchema } from '#shared/contract/lifetimes.ts'
import { userSchema } from '#shared/contract/user.ts'
import { CONTRACT_EXAMPLE } from './known.ts'

interface Node {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Node>>
  readonly type?: string
  readonly properties?: Readonly<Record<string, Node>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false | Node
  readonly items?: Node
  readonly enum?: readonly unknown[]
  readonly pattern?: string
}

const text = readFileSync(new URL('../../resources/config.schema.json', import.meta.url), 'utf8')
const schema: Node = JSON.parse(text)

test('the published schema is what the validator makes of itself', () => {
  expect(text, 'run node scripts/make-config-schema.ts').toBe(`${JSON.stringify(buildConfigSchema(), null, 2)}\n`)
})

test.each([
  ['user', userSchema],
  ['api', apiSchema],
  ['client', clientSchema],
  ['clientSettings', clientSettingsSchema],
  ['lifetimes', lifetimesSchema],
])('it names the members of %s and no others', (name, validator) => {
  const node = schema.$defs?.[name]
  expect(Object.keys(node?.properties ?? {})).toEqual(Object.keys(validator.shape))
  expect(node?.additionalProperties).toBe(false)
})

test('it names the members of the file and no others', () => {
  expect(Object.keys(schema.properties ?? {})).toEqual(Object.keys(configFileSchema.shape))
  expect(schema.additionalProperties).toBe(false)
})

test('the documented example is what it describes', () => {
  expect(mismatches(CONTRACT_EXAMPLE, schema, '')).toEqual([])
  expect(mismatches({ users: [{ user: 'a' }] }, schema, '')).toEqual([
    '/users/0: username is missing',
    '/users/0/user: unknown',
  ])
})

/** As much of JSON Schema as this one uses. */
function mismatches(value: unknown, node: Node, at: string): string[] {
  if (node.$ref !== undefined) return mismatches(value, schema.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {}, at)
  const kind = Array.isArray(value) ? 'array' : typeof value === 'number' ? 'integer' : typeof value
  if (node.type !== undefined && node.type !== kind) return [`${at}: ${kind} for ${node.type}`]
  if (node.enum !== undefined && !node.enum.includes(value)) return [`${at}: not in the list`]
  if (node.pattern !== undefined && !new RegExp(node.pattern).test(String(value))) return [`${at}: not of the pattern`]
  if (Array.isArray(value)) return value.flatMap((item, index) => mismatches(item, node.items ?? {}, `${at}/${index}`))
  return typeof value === 'object' && value !== null ? mismatchesOfMembers(value, node, at) : []
}

function mismatchesOfMembers(value: object, node: Node, at: string): string[] {
  const missing = (node.required ?? []).filter((name) => !Object.hasOwn(value, name))
  return [
    ...missing.map((name) => `${at}: ${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const inner = node.properties?.[name] ?? node.additionalProperties
      return inner ? mismatches(member, inner, `${at}/${name}`) : [`${at}/${name}: unknown`]
    }),
  ]
}
