/** A call of the contract as what REST would be sent; the other way round is `read-input.ts` in the core. */
import { type Method, partsOf, type Route, ROUTES } from './routes.ts'

export interface RestRequest {
  readonly method: Method
  /** Below the API's address, with its query. */
  readonly path: string
  /** Beside the token and the type of the body. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** As JSON; undefined: none. */
  readonly body: unknown
}

export type Input = Readonly<Record<string, unknown>>

export function routeOf(call: string): Route | undefined {
  return ROUTES.find((route) => route.call === call)
}

/** Undefined for what is no call of the core: only it has addresses. */
export function buildRestRequest(call: string, input: Input): RestRequest | undefined {
  const route = routeOf(call)
  if (route === undefined) return undefined
  const { query, takesSecrets } = partsOf(route)
  const named = query.flatMap((name) => (input[name] === undefined ? [] : [[name, textOf(input[name])] as const]))
  const parameters = [...named, ...(takesSecrets && input['secrets'] === true ? [['include', 'secrets'] as const] : [])]
  const search = parameters.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&')
  return {
    method: route.method,
    path: fillPath(route.path, input) + (search === '' ? '' : `?${search}`),
    headers: buildIfMatch(input['ifVersion']),
    body: route.body === undefined ? undefined : input[route.body],
  }
}

function fillPath(path: string, input: Input): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(textOf(input[name])))
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(',')
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
}

function buildIfMatch(versions: unknown): RestRequest['headers'] {
  if (!Array.isArray(versions)) return []
  return [['if-match', versions.map((version) => (version === '*' ? '*' : `"${String(version)}"`)).join(', ')]]
}
