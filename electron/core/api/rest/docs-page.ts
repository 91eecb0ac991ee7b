/** The description as a page: no script, nothing loaded, and every text escaped. */
import { createHash } from 'node:crypto'

import { themeCss } from '#shared/theme/tokens.ts'

import { objectOf } from '../object-of.ts'
import type { JsonSchema } from '#shared/rest/json-schema.ts'
import type { OpenApi, Operation, Parameter } from '#shared/rest/openapi.ts'

const STYLE = `${themeCss()}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.5 var(--font);padding:32px 18px;display:grid;justify-items:center}
main{width:100%;max-width:860px;min-width:0}
h1{font-size:24px;margin:0 0 8px}
h2{font-size:18px;margin:36px 0 8px}
h3{font-size:14px;margin:0}
p{margin:6px 0;color:var(--ink-2)}
a{color:var(--accent)}
nav{display:flex;flex-wrap:wrap;gap:4px 14px;margin:16px 0}
code,pre{font-family:var(--mono);font-size:12.5px;overflow-wrap:anywhere}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:10px 12px;margin:8px 0;white-space:pre-wrap}
details{background:var(--panel);border:1px solid var(--line);border-radius:var(--r);margin:8px 0}
summary{padding:9px 14px;cursor:pointer;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:baseline}
summary b{font:600 12px var(--mono);min-width:56px;color:var(--accent)}
summary b.DELETE{color:var(--bad)}
summary span{color:var(--ink-2)}
.inside{padding:2px 14px 14px}
table{width:100%;border-collapse:collapse;margin:6px 0}
th,td{text-align:left;vertical-align:top;padding:5px 8px 5px 0;border-top:1px solid var(--line)}
th{font-weight:600}
td:first-child{white-space:nowrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:560px){td:first-child{white-space:normal}}
`

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
export const DOCS_POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

export function buildDocsPage(api: OpenApi): string {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))]
  const [server] = api.servers
  const address = server?.url ?? ''
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${text(api.info.title)}</h1>
<p>${text(api.info.description)}</p>
<p>All of it is at <code>${text(address)}</code>, also <a href="openapi.json">as OpenAPI 3.1</a>. The examples find the token in <code>$TOKEN</code>; the program prints it when it starts with <code>--json</code>.</p>
<nav aria-label="Sections">${[...tags, 'schemas'].map((tag) => `<a href="#${text(tag)}">${text(tag)}</a>`).join('\n')}</nav>
${tags
  .map((tag) =>
    section(
      tag,
      operations.filter(({ operation }) => operation.tags.includes(tag)).map((placed) => article(placed, address)),
    ),
  )
  .join('\n')}
${section(
  'schemas',
  Object.entries(api.components.schemas).map(([name, schema]) => schemaArticle(name, schema)),
)}
</main></body></html>
`
}

interface Placed {
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

function section(title: string, articles: readonly string[]): string {
  return `<section><h2 id="${text(title)}">${text(title)}</h2>${articles.join('\n')}</section>`
}

function article({ method, path, operation }: Placed, address: string): string {
  return `<details id="${text(operation.operationId)}"><summary><b class="${method}">${method}</b><code>${text(path)}</code><span>${text(operation.summary)}</span></summary><div class="inside">
${parameterTable(operation.parameters ?? [])}${bodyPart(operation)}${answers(operation)}
<h3>Example</h3><pre>${text(curl({ method, path, operation }, address))}</pre></div></details>`
}

function parameterTable(parameters: readonly Parameter[]): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(
    ({ name, in: place, required, description = '', schema }) =>
      `<tr><td><code>${text(name)}</code></td><td>${place}${required ? ', required' : ''}</td><td>${describe(schema)} ${text(description)}</td></tr>`,
  )
  return `<h3>Parameters</h3><table>${rows.join('')}</table>`
}

function bodyPart({ requestBody }: Operation): string {
  const content = requestBody?.content['application/json']
  return content === undefined
    ? ''
    : `<h3>Body${requestBody?.required ? '' : ', may be left out'}</h3><p>${describe(content.schema)}</p>`
}

function answers({ responses }: Operation): string {
  const rows = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const [schema] = Object.values(content).map((entry) => entry.schema)
    return `<tr><td>${text(status)}</td><td>${text(description)}</td><td>${schema === undefined ? '' : describe(schema)}</td></tr>`
  })
  return `<h3>Answers</h3><table>${rows.join('')}</table>`
}

function schemaArticle(name: string, schema: JsonSchema): string {
  const required = Array.isArray(schema['required']) ? schema['required'] : []
  const rows = Object.entries(objectOf(schema['properties'])).map(([member, value]) => {
    const inner = objectOf(value)
    return `<tr><td><code>${text(member)}</code></td><td>${required.includes(member) ? 'required' : ''}</td><td>${describe(inner)} ${text(textOf(inner['description']))}</td></tr>`
  })
  return `<details id="schema-${text(name)}"><summary><code>${text(name)}</code><span>${text(textOf(schema['description']))}</span></summary><div class="inside"><table>${rows.join('')}</table></div></details>`
}

/** The kind of a value in a few words, with links to the schemas that have a name. */
function describe(schema: JsonSchema): string {
  const { $ref, type, items, enum: choices, anyOf, const: only, additionalProperties } = schema
  if (typeof $ref === 'string') return reference($ref)
  if (Array.isArray(choices)) return choices.map((choice) => `<code>${text(wordOf(choice))}</code>`).join(' or ')
  if (only !== undefined) return `<code>${text(wordOf(only))}</code>`
  if (Array.isArray(anyOf)) return anyOf.map((choice) => describe(objectOf(choice))).join(' or ')
  if (type === 'array') return `list of ${describe(objectOf(items)) || 'anything'}`
  if (type === 'object' && typeof additionalProperties === 'object')
    return `object with ${describe(objectOf(additionalProperties)) || 'anything'}`
  const members = Object.entries(objectOf(schema['properties']))
  if (members.length > 0)
    return members.map(([name, value]) => `<code>${text(name)}</code>: ${describe(objectOf(value))}`).join(', ')
  return text(textOf(type))
}

function reference($ref: string): string {
  const name = $ref.split('/').at(-1) ?? ''
  return `<a href="#schema-${text(name)}">${text(name)}</a>`
}

function curl({ method, path, operation }: Placed, address: string): string {
  const parameters = operation.parameters ?? []
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const example = parameters.find((parameter) => parameter.name === name)?.example
    return example === undefined ? whole : encodeURIComponent(wordOf(example))
  })
  const query = parameters.filter(({ in: place, example }) => place === 'query' && example !== undefined)
  const search = new URLSearchParams(
    query.map(({ name, example }): [string, string] => [name, wordOf(example)]),
  ).toString()
  const body = operation.requestBody?.content['application/json']?.example
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}${filled}${search === '' ? '' : `?${search}`}'`,
    ...(operation.security?.length === 0 ? [] : [`-H "authorization: Bearer $TOKEN"`]),
    ...(body === undefined
      ? []
      : ["-H 'content-type: application/json'", `-d '${JSON.stringify(body).replaceAll("'", "'\\''")}'`]),
  ].join(' \\\n  ')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
