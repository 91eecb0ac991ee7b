import type { ClientView } from '#shared/contract/calls/clients.ts'

/** As people call it. */
export function clientName(client: ClientView): string {
  const { client_name } = client
  return typeof client_name === 'string' && client_name !== '' ? client_name : client.client_id
}
