/** What will come of sending a request again, as far as it can be told beforehand. */
import { isForm } from '#shared/flows/draft.ts'
import type { Draft } from '#shared/flows/flow.ts'
import { MASK } from '#shared/har/mask.ts'
import type { Exchange } from '#shared/model/exchange.ts'
import { isLoopbackHttp } from '#shared/oauth/loopback.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

export const OUTLOOKS = [
  'masked',
  'elsewhere',
  'usedCode',
  'usedRefreshToken',
  'usedDeviceCode',
  'usedProof',
  'usedAssertion',
  'usedRequestUri',
  'actsForPerson',
  'revokes',
  'registers',
  'changes',
] as const
export type Outlook = (typeof OUTLOOKS)[number]

interface Foreseen {
  readonly exchange: Pick<Exchange, 'endpoint' | 'url'>
  readonly draft: Draft
  /** The origins of the program itself. */
  readonly own: readonly string[]
}

export function foresee({ exchange, draft, own }: Foreseen): readonly Outlook[] {
  const { endpoint } = exchange
  const sent = readSent(draft)
  const grant = sent.get('grant_type')
  const has = (header: string) => draft.headers.some(([name]) => name.toLowerCase() === header)
  const outlooks: Readonly<Record<Outlook, boolean>> = {
    masked: JSON.stringify(draft).includes(MASK),
    elsewhere: !own.includes(originOf(draft.url)) && !isLoopbackHttp(draft.url),
    usedCode: grant === GRANT.authorizationCode,
    usedRefreshToken: grant === GRANT.refreshToken,
    usedDeviceCode: grant === GRANT.deviceCode,
    usedProof: has('dpop'),
    usedAssertion: sent.has('client_assertion') || grant === GRANT.jwtBearer,
    usedRequestUri: endpoint === 'authorization' && sent.has('request_uri'),
    actsForPerson: has('cookie'),
    revokes: endpoint === 'revocation' || endpoint === 'end_session',
    registers: endpoint === 'registration' && draft.method === 'POST',
    changes: endpoint === 'api' && !['GET', 'HEAD', 'OPTIONS'].includes(draft.method),
  }
  return OUTLOOKS.filter((outlook) => outlooks[outlook])
}

function readSent(draft: Draft): URLSearchParams {
  const query = URL.parse(draft.url)?.searchParams ?? new URLSearchParams()
  return new URLSearchParams([...query, ...(isForm(draft) ? new URLSearchParams(draft.body) : [])])
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? ''
}
