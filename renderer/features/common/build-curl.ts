import { quoteForShell } from '#shared/text/quote-for-shell.ts'

export interface CurlRequest {
  readonly url: string
  readonly method?: string
  /** User and password of HTTP Basic. */
  readonly user?: string
  readonly headers?: readonly string[]
  /** Form parameters, encoded by curl where they need it. */
  readonly form?: readonly (readonly [name: string, value: string])[]
  readonly json?: unknown
}

/** A request as a curl command, one option a line. */
export function buildCurl({ url, method, user, headers = [], form = [], json }: CurlRequest): string {
  const options = [
    ...(method === undefined ? [] : [`-X ${method}`]),
    ...(user === undefined ? [] : [`-u ${quoteForShell(user)}`]),
    ...headers.map((header) => `-H ${header.includes('$') ? `"${header}"` : quoteForShell(header)}`),
    ...form.map(([name, value]) => formOption(name, value)),
    ...(json === undefined ? [] : [`-d ${quoteForShell(JSON.stringify(json))}`]),
    quoteForShell(url),
  ]
  return ['curl', ...options].join(options.length > 2 ? ' \\\n  ' : ' ')
}

function formOption(name: string, value: string): string {
  const option = encodeURIComponent(value) === value ? '-d' : '--data-urlencode'
  return `${option} ${quoteForShell(`${name}=${value}`)}`
}
