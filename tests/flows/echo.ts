/** A server that keeps what arrives, and a way to run what sends it. */
import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'

import type { Draft } from '#shared/flows/flow.ts'
import type { HeaderPair } from '#shared/model/exchange.ts'

export interface Arrived {
  readonly method: string
  /** Path and query, as they stand in the first line. */
  readonly target: string
  readonly headers: readonly HeaderPair[]
  readonly body: string
}

/** What tools add by themselves, and may. */
const ADDED = new Set(
  'host user-agent accept accept-encoding accept-language connection content-length transfer-encoding sec-fetch-mode'.split(
    ' ',
  ),
)

export async function startEcho() {
  const arrived: Arrived[] = []
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      arrived.push({
        method: request.method ?? '',
        target: request.url ?? '',
        headers: pairUp(request.rawHeaders),
        body,
      })
      response.end('arrived')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Exactly one, since the last time. */
    take(): Arrived {
      const [one, ...others] = arrived.splice(0)
      if (one === undefined || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} requests arrived`)
      return one
    },
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

/** In an empty environment but for where programs are: no proxy, no settings of the person. */
export async function run(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, [...args], {
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', LC_ALL: 'C.UTF-8' },
    timeout: 20_000,
  })
  return stdout
}

/** A request in the form that can be compared. */
export interface Told {
  readonly method: string
  readonly target: string
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export function tellDraft({ method, url, headers, body = '' }: Draft): Told {
  const { pathname, search } = new URL(url)
  return { method, target: pathname + search, headers: join(headers), body: body.toWellFormed() }
}

/** Without what the draft does not have and a tool may add. */
export function tellArrived({ headers, ...rest }: Arrived, draft: Draft): Told {
  const own = new Set(draft.headers.map(([name]) => name.toLowerCase()))
  const kept = headers.filter(([name]) => own.has(name.toLowerCase()) || !ADDED.has(name.toLowerCase()))
  return { ...rest, headers: join(kept) }
}

/** Tools encode a form each in its own way: a space as `+` or `%20`, an asterisk or not. It says the same. */
export function readForm(told: Told): object {
  const isForm = told.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return isForm ? { ...told, body: [...new URLSearchParams(told.body)] } : told
}

/** Python's requests writes an address anew: `~` for `%7E` (RFC 3986 section 6.2.2.2), and brackets with percent signs. */
export function readFormAndTarget(told: Told): object {
  const { pathname, searchParams } = new URL(told.target, 'http://localhost')
  return { ...readForm(told), target: [pathname, ...searchParams] }
}

function join(headers: readonly HeaderPair[]): Readonly<Record<string, string>> {
  const byName = Map.groupBy(headers, ([name]) => name.toLowerCase())
  return Object.fromEntries(
    [...byName].map(([name, pairs]) => [name, pairs.map(([, value]) => value.trim()).join(', ')]),
  )
}

function pairUp(raw: readonly string[]): readonly HeaderPair[] {
  return raw.flatMap((name, index): HeaderPair[] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []))
}
