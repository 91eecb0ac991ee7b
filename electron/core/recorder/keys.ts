/** A value that identifies a sign-in, as the hash that stands for it. */
import { hash } from 'node:crypto'

import type { Parameters } from './read-parameters.ts'

export function buildKey(kind: string, value: string): string {
  return `${kind}:${hash('sha256', normalise(kind, value), 'base64url').slice(0, 22)}`
}

/** People type a code in their own way. */
function normalise(kind: string, value: string): string {
  return kind === 'user_code' ? value.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') : value
}

const PAGE = /\/(?:interaction|authorize|device)\/([\w-]{10,100})$/

export function pageKeys(path: string): string[] {
  const uid = PAGE.exec(path)?.[1]
  return uid === undefined ? [] : [buildKey('page', uid)]
}

export function keysOf(parameters: Parameters, names: Readonly<Record<string, string>>): string[] {
  return Object.entries(names).flatMap(([name, kind]) => {
    const value = parameters[name]
    return value ? [buildKey(kind, value)] : []
  })
}

export function bearerKeys(authorization: string | undefined): string[] {
  const token = /^(?:bearer|dpop) +(\S+)$/i.exec(authorization ?? '')?.[1]
  return token === undefined ? [] : [buildKey('token', token)]
}

/** Asked for as the next thing by whoever was sent there. It may be any sign-in's tomorrow, so it is good for once. */
export function followedKeys(address: string, form: Parameters = {}): string[] {
  const url = URL.parse(address)
  if (!url) return []
  url.hash = ''
  for (const [name, value] of Object.entries(form))
    if (!url.searchParams.has(name)) url.searchParams.append(name, value)
  url.searchParams.sort()
  return [buildKey(FOLLOWED, url.href)]
}

const FOLLOWED = 'followed'

export function isGoodForOnce(key: string): boolean {
  return key.startsWith(`${FOLLOWED}:`)
}
