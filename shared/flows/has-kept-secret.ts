import { findHeader } from '../model/headers.ts'
import { KEPT_SECRET } from '../model/outside-issuer.ts'
import { readParameters } from './draft.ts'
import type { Draft } from './flow.ts'

/** Whether something else stands in it where a secret goes: in the form, or in Basic. */
export function hasKeptSecret(draft: Draft): boolean {
  const inForm = readParameters(draft).some(([name, value]) => name === 'client_secret' && value === KEPT_SECRET)
  return inForm || readBasic(findHeader(draft.headers, 'authorization') ?? '').endsWith(`:${KEPT_SECRET}`)
}

function readBasic(value: string): string {
  const [, credentials = ''] = /^basic +(\S+)$/i.exec(value) ?? []
  try {
    return atob(credentials)
  } catch {
    return ''
  }
}
