import type { MadeCall } from '../../../stores/create-made-calls.ts'
import { buildCurl } from '../build-curl.ts'

export interface DescribedCall {
  readonly method: string
  readonly path: string
  readonly curl: string
}

export const TOKEN_HEADER = 'authorization: Bearer $VALETKEY_TOKEN'

/** Questions that need a body; nothing is changed by them. */
const ONLY_ASK: ReadonlySet<string> = new Set([
  'tokens.lookup',
  'tokens.introspect',
  'tokens.preview',
  'tokens.verify',
  'tokens.decrypt',
  'issuers.discover',
])

export function isChange({ name, input }: Pick<MadeCall, 'name' | 'input'>, method: string): boolean {
  return method !== 'GET' && !ONLY_ASK.has(name) && input['dryRun'] !== true
}

interface Wanted {
  /** Of the API. */
  readonly address: string
  readonly secrets: boolean
}

export type DescribeCall = (call: Pick<MadeCall, 'name' | 'input'>, wanted: Wanted) => DescribedCall | undefined

/** The table of addresses brings every schema along, and few people ever look at this. */
export async function loadDescribeCall(): Promise<DescribeCall> {
  const [{ buildRestRequest }, { maskSecrets }] = await Promise.all([
    import('#shared/rest/build-rest-request.ts'),
    import('#shared/rest/mask-secrets.ts'),
  ])
  return ({ name, input }, { address, secrets }) => {
    const request = buildRestRequest(name, input)
    if (request === undefined) return undefined
    const { method, path, headers, body } = request
    const shown = secrets ? body : maskSecrets(body)
    const curl = buildCurl({
      ...(method !== 'GET' && { method }),
      headers: [
        TOKEN_HEADER,
        ...headers.map(([header, value]) => `${header}: ${value}`),
        ...(shown === undefined ? [] : ['content-type: application/json']),
      ],
      ...(shown !== undefined && { json: shown }),
      url: address + path,
    })
    return { method, path, curl }
  }
}
