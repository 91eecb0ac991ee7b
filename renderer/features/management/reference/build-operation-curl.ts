import type { Parameter } from '#shared/rest/openapi.ts'

import { buildCurl } from '../../common/build-curl.ts'
import { TOKEN_HEADER } from '../../common/curl/describe-call.ts'
import type { Listed } from './operations.ts'

export type Values = Readonly<Record<string, string>>

/** With the examples that the description has. */
export function buildOperationCurl(listed: Listed, address: string): string {
  const { method, operation } = listed
  const body = operation.requestBody?.content['application/json']
  const isOpen = operation.security?.length === 0
  return buildCurl({
    ...(method !== 'GET' && { method }),
    headers: [...(isOpen ? [] : [TOKEN_HEADER]), ...(body === undefined ? [] : ['content-type: application/json'])],
    ...(body !== undefined && { json: body.example ?? {} }),
    url: address + fillOperationPath(listed, exampleValues(listed)),
  })
}

/** The path with its parameters filled in, and those of the query that were given. */
export function fillOperationPath({ path, operation }: Listed, values: Values): string {
  const { parameters = [] } = operation
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? ''
    return value === '' ? whole : encodeURIComponent(value)
  })
  const query = new URLSearchParams(
    parameters
      .filter(({ name, in: place }) => place === 'query' && (values[name] ?? '') !== '')
      .map(({ name }) => [name, values[name] ?? '']),
  ).toString()
  return query === '' ? filled : `${filled}?${query}`
}

/** Of the address alone: what narrows a list is for whoever asks to say. */
export function exampleValues({ operation: { parameters = [] } }: Pick<Listed, 'operation'>): Values {
  return Object.fromEntries(parameters.filter(({ in: place }) => place === 'path').map(exampleValue))
}

function exampleValue({ name, example, schema }: Parameter): readonly [string, string] {
  const [first] = Array.isArray(schema['examples']) ? schema['examples'] : []
  const value: unknown = example ?? first
  return [name, typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)]
}
