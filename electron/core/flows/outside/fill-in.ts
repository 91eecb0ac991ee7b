/** Puts a client's secret where it is sent: into the Basic header or the form (RFC 6749 section 2.3.1). */
import { buildBasic } from '#shared/flows/authenticate.ts'
import { isForm, readParameters, withHeader, withParameters } from '#shared/flows/draft.ts'
import type { Draft } from '#shared/flows/flow.ts'
import { KEPT_SECRET } from '#shared/model/outside-issuer.ts'
import { findHeader } from '#shared/model/headers.ts'

type Unveil = (client_id: string, secret: string) => string

export function fillIn(draft: Draft, unveil: Unveil): Draft {
  return fillForm(fillHeader(draft, unveil), unveil)
}

function fillHeader(draft: Draft, unveil: Unveil): Draft {
  const [client_id, secret] = readBasic(findHeader(draft.headers, 'authorization') ?? '')
  if (client_id === undefined || secret !== KEPT_SECRET) return draft
  return withHeader(draft, 'authorization', buildBasic(client_id, unveil(client_id, secret)))
}

function fillForm(draft: Draft, unveil: Unveil): Draft {
  if (!isForm(draft)) return draft
  const sent = new Map(readParameters(draft))
  const [client_id, secret] = [sent.get('client_id'), sent.get('client_secret')]
  if (client_id === undefined || secret !== KEPT_SECRET) return draft
  return withParameters(draft, { client_secret: unveil(client_id, secret) })
}

/** Both halves are form-encoded. */
function readBasic(value: string): readonly string[] {
  const [, credentials] = /^basic +(\S+)$/i.exec(value) ?? []
  if (credentials === undefined) return []
  const [client_id = '', ...rest] = Buffer.from(credentials, 'base64').toString('utf8').split(':')
  return [client_id, rest.join(':')].map((text) => new URLSearchParams(`=${text}`).get('') ?? text)
}
