/** OpenAPI 3.1 from the table of routes and the schemas of the calls, so that it cannot say anything else than they do. */
import { CALLS, type CallName } from '#shared/contract/calls/calls.ts'
import type { Call } from '#shared/contract/calls/call.ts'

import { partsOf, type Route, ROUTES } from './routes.ts'
import { createSchemas, type JsonSchema, type Schemas } from './json-schema.ts'

export interface OpenApi {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly security: readonly object[]
  readonly tags: readonly { readonly name: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly securitySchemes: object; readonly schemas: Readonly<Record<string, JsonSchema>> }
}

export interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security?: readonly object[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, Answer>>
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description?: string
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly style?: 'form'
  readonly explode?: false
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>

interface Answer {
  readonly description: string
  readonly headers?: object
  readonly content?: Content
}

const DESCRIPTION =
  'Everything that the issuer knows can be read and changed here. A change holds from the next request on. ' +
  'An entity comes with an ETag; send it back as If-Match, and a change is refused when somebody else was faster. ' +
  'Secrets are shown only for include=secrets.'

export function buildOpenApi(address: string): OpenApi {
  const schemas = createSchemas()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const route of ROUTES) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: buildOperation(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Valet Key management API', version: '1', description: DESCRIPTION },
    servers: [{ url: address }],
    security: [{ token: [] }],
    tags: [...new Set(ROUTES.map(tagOf))].map((name) => ({ name })),
    paths: { ...paths, ...describeOthers(schemas) },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The token that the program prints when it starts.' },
      },
      schemas: { ...schemas.all(), problem: PROBLEM },
    },
  }
}

function buildOperation(route: Route, schemas: Schemas): Operation {
  const call: Call = CALLS[route.call]
  const parameters = buildParameters(route, schemas)
  return {
    operationId: route.call,
    summary: call.description,
    tags: [tagOf(route)],
    ...(parameters.length > 0 && { parameters }),
    ...(route.body !== undefined && { requestBody: buildBody(route.body, call, schemas) }),
    responses: buildAnswers(route, call, schemas),
  }
}

function tagOf({ path }: Pick<Route, 'path'>): string {
  return path.split(/[/.]/)[1] ?? ''
}

function buildParameters(route: Route, schemas: Schemas): readonly Parameter[] {
  const { path, query, takesSecrets, takesVersion } = partsOf(route)
  return [
    ...path.map((name) => buildParameter(route.call, name, 'path', schemas)),
    ...query.map((name) => buildParameter(route.call, name, 'query', schemas)),
    ...(takesSecrets ? [INCLUDE] : []),
    ...(takesVersion ? [IF_MATCH] : []),
  ]
}

const INCLUDE: Parameter = {
  name: 'include',
  in: 'query',
  required: false,
  description: 'Show client secrets, passwords and tokens too.',
  schema: { type: 'string', enum: ['secrets'] },
}

const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'The ETag that the change was made from; when the entity has another one now, the answer is 412.',
  schema: { type: 'string' },
}

function buildParameter(name: CallName, member: string, place: 'path' | 'query', schemas: Schemas): Parameter {
  const call: Call = CALLS[name]
  const { description, ...schema } = schemas.member(call.input, member)
  const example = exampleOf(call, member)
  return {
    name: member,
    in: place,
    required: place === 'path',
    ...(typeof description === 'string' && { description }),
    schema,
    ...(example !== undefined && { example }),
    ...(schema['type'] === 'array' && { style: 'form' as const, explode: false as const }),
  }
}

export function exampleOf(call: Call, member: string): unknown {
  return call.example?.[member]
}

function buildBody(member: string, call: Call, schemas: Schemas) {
  const example = exampleOf(call, member)
  const required = !call.input.safeParse({ ...call.example, [member]: undefined }).success
  const schema = schemas.member(call.input, member)
  return { required, content: { 'application/json': { schema, ...(example !== undefined && { example }) } } }
}

function buildAnswers(route: Route, call: Call, schemas: Schemas): Readonly<Record<string, Answer>> {
  const { body, takesVersion, path, query } = { ...partsOf(route), body: route.body }
  const success = route.created === undefined ? '200' : '201'
  const refusals: readonly (readonly [applies: boolean, status: string, description: string])[] = [
    [body !== undefined || query.length > 0, '400', 'A parameter is not valid, or the body is no JSON.'],
    [true, '401', 'The token is missing or wrong.'],
    [true, '403', 'A page of another origin asked.'],
    [path.length > 0, '404', 'There is no such entity.'],
    [route.method !== 'GET', '409', 'It does not fit what is there.'],
    [takesVersion, '412', 'The entity has been changed since it was read.'],
    [body !== undefined, '413', 'The body is too large.'],
    [body !== undefined, '415', 'The body is of another type than JSON.'],
    [body !== undefined, '422', 'The body is not valid; errors names each field.'],
  ]
  return {
    [success]: buildSuccess(call, schemas),
    ...(schemas.isVersioned(call.output) &&
      call.output.shape.created && { 201: { ...buildSuccess(call, schemas), description: 'Created.' } }),
    ...Object.fromEntries(
      refusals.flatMap(([applies, status, description]) => (applies ? [[status, buildRefusal(description)]] : [])),
    ),
  }
}

function buildSuccess(call: Call, schemas: Schemas): Answer {
  if (!schemas.isVersioned(call.output)) {
    return { description: 'Done.', content: { 'application/json': { schema: schemas.convert(call.output) } } }
  }
  return {
    description: 'The entity.',
    headers: { ETag: { description: 'Its version.', schema: { type: 'string' } } },
    content: { 'application/json': { schema: schemas.member(call.output, 'value') } },
  }
}

function buildRefusal(description: string): Answer {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } } }
}

const PROBLEM: JsonSchema = {
  title: 'Problem',
  description: 'What is wrong (RFC 9457).',
  type: 'object',
  required: ['type', 'title', 'status', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What happened and the way out.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body.' },
          parameter: { type: 'string', description: 'Name of the parameter.' },
          detail: { type: 'string' },
        },
      },
    },
  },
}

/** What is no call: the stream, and these descriptions. */
function describeOthers(schemas: Schemas): OpenApi['paths'] {
  const text = (type: string): Content => ({ [type]: { schema: { type: 'string' } } })
  const after = { required: false, schema: { type: 'integer', minimum: 0 } }
  return {
    '/events': {
      get: {
        operationId: 'events',
        summary: 'Follow recorded exchanges as server-sent events',
        tags: ['events'],
        parameters: [
          {
            name: 'after',
            in: 'query',
            description: 'Begin after this exchange. Left out: with what comes.',
            ...after,
          },
          {
            name: 'Last-Event-ID',
            in: 'header',
            description: 'The same; browsers send it when they reconnect.',
            ...after,
          },
        ],
        responses: {
          200: {
            description: `event: exchange, id: its number, data: ${refName(schemas.member(CALLS['exchanges.list'].output, 'items'))} as JSON.`,
            content: text('text/event-stream'),
          },
          401: buildRefusal('The token is missing or wrong.'),
        },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'Get this description',
        tags: ['documentation'],
        security: [],
        responses: {
          200: { description: 'OpenAPI 3.1.', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
    '/docs': {
      get: {
        operationId: 'docs',
        summary: 'Read this description as a page',
        tags: ['documentation'],
        security: [],
        responses: { 200: { description: 'A page.', content: text('text/html') } },
      },
    },
  }
}

function refName({ items }: JsonSchema): string {
  return typeof items === 'object' && items !== null && '$ref' in items
    ? (String(items.$ref).split('/').at(-1) ?? '')
    : 'an exchange'
}
