/** Messages as they go over the wire (RFC 9112 section 2.1), the lines that a program adds by itself left out. */
import type { Answer, Draft } from './flow.ts'

export function writeRequest({ method, url, headers, body }: Draft): string {
  const address = URL.parse(url)
  const target = address === null ? url : address.pathname + address.search
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(address === null ? [] : [`host: ${address.host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ]
  return withBody(lines, body)
}

export function writeAnswer({ status, statusText, headers, body }: Answer): string {
  const lines = [`HTTP/1.1 ${status} ${statusText}`.trimEnd(), ...headers.map(([name, value]) => `${name}: ${value}`)]
  return withBody(lines, body === '' ? undefined : body)
}

function withBody(lines: readonly string[], body: string | undefined): string {
  return body === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${body}`
}
