import { describe, expect, it } from 'vitest'
import type * as z from 'zod'

import { CALLS } from '#shared/contract/calls/calls.ts'

import { ROUTES } from '#shared/rest/routes.ts'
import { useManagement } from './support.ts'

const management = useManagement()

interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> }
}

interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

async function describeApi(): Promise<Description> {
  const { json } = await management.get('/openapi.json')
  return json as unknown as Description
}

describe('the description of the API', () => {
  it('holds every address of the table and no other call', async () => {
    const { openapi, paths } = await describeApi()
    expect(openapi).toBe('3.1.0')
    for (const { method, path, call } of ROUTES) expect(paths[path]?.[method.toLowerCase()]?.operationId).toBe(call)
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    expect(ids.toSorted()).toEqual([...Object.keys(CALLS), 'docs', 'events', 'openapi'].toSorted())
  })

  it('names the parameters that its addresses have, and an answer for each case', async () => {
    const { paths } = await describeApi()
    for (const [path, methods] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      for (const { parameters = [], responses } of Object.values(methods)) {
        const described = parameters.filter((parameter) => parameter.in === 'path' && parameter.required)
        expect(described.map(({ name }) => name)).toEqual(inPath)
        expect(Object.keys(responses).some((status) => status.startsWith('2'))).toBe(true)
      }
    }
  })

  it('refers to nothing that is not there, and names nothing that is not referred to', async () => {
    const description = await describeApi()
    const references = new Set(
      [...JSON.stringify(description).matchAll(/"\$ref":"([^"]*)"/g)].map(([, reference]) => reference),
    )
    const schemas = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect([...references].filter((reference) => !schemas.includes(reference ?? ''))).toEqual([])
    expect(schemas.filter((schema) => !references.has(schema))).toEqual([])
  })

  it('gives examples that the calls accept', () => {
    for (const [name, call] of Object.entries(CALLS)) {
      const { input, example }: { input: z.ZodType; example?: unknown } = call
      if (example !== undefined) expect(input.safeParse(example).error, name).toBeUndefined()
    }
  })
})

describe('what the calls answer', () => {
  it('is what the description says', async () => {
    await management.issuer.post('/token', {
      grant_type: 'client_credentials',
      client_id: 'taxi-finder',
      client_secret: 'taxi-finder-secret',
    })
    const lists = ROUTES.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
    for (const { path, call } of lists) {
      const reply = await management.get(path)
      const { output }: { output: z.ZodType } = CALLS[call]
      const wrapped =
        'shape' in output && typeof output.shape === 'object' && output.shape !== null && 'value' in output.shape
      const value = wrapped ? { version: reply.headers.get('etag'), value: reply.json } : reply.json
      expect(output.safeParse(value).error, path).toBeUndefined()
    }
  })
})

describe('the page of the description', () => {
  it('runs no script, loads nothing, and shows each call with an example', async () => {
    const page = await management.call('GET', '/docs', { token: null })
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    expect(page.text).not.toMatch(/<script|<link|<img|\son\w+=|style="/i)
    for (const name of Object.keys(CALLS)) expect(page.text).toContain(`id="${name}"`)
    expect(page.text).toContain('curl -X PATCH &#39;http://localhost:')
  })
})
