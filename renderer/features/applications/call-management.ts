import { buildCurl } from '../common/build-curl.ts'

const AUTHORIZATION = 'authorization: Bearer $VALETKEY_TOKEN'

export function patchClientCommand(api: string, client_id: string, changes: unknown): string {
  return buildCurl({
    method: 'PATCH',
    headers: [AUTHORIZATION, 'content-type: application/merge-patch+json'],
    json: changes,
    url: `${api}/clients/${encodeURIComponent(client_id)}`,
  })
}

export function createClientCommand(api: string, client: unknown): string {
  return buildCurl({
    headers: [AUTHORIZATION, 'content-type: application/json'],
    json: client,
    url: `${api}/clients`,
  })
}
