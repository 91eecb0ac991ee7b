/** What `oauth4webapi` says of a token answer. */
import * as oauth from 'oauth4webapi'

import type { Answer, IssuerMetadata } from '#shared/flows/flow.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { GRANT } from '#shared/oauth/protocol.ts'

import { messageOf } from '../failures.ts'

type Process = (as: oauth.AuthorizationServer, client: oauth.Client, response: Response) => Promise<unknown>

/** The `nonce` is the walkthrough's own check, so a code's answer is taken as any other. */
const PROCESS: Readonly<Record<string, Process>> = {
  [GRANT.refreshToken]: oauth.processRefreshTokenResponse,
  [GRANT.clientCredentials]: oauth.processClientCredentialsResponse,
  [GRANT.deviceCode]: oauth.processDeviceCodeResponse,
  [GRANT.ciba]: oauth.processBackchannelAuthenticationGrantResponse,
}

interface Reader {
  readonly issuer: IssuerMetadata
  readonly client: ClientMetadata
  /** Seconds that the issuer's clock goes ahead of the machine's; the demo applications go by the issuer's. */
  readonly clockSkew: number
}

export async function validateTokenAnswer(
  { issuer, client: { client_id, id_token_signed_response_alg: alg }, clockSkew }: Reader,
  answer: Answer,
  grant: string,
): Promise<string | undefined> {
  const client: oauth.Client = {
    client_id,
    [oauth.clockSkew]: clockSkew,
    ...(typeof alg === 'string' && { id_token_signed_response_alg: alg }),
  }
  const headers = new Headers(answer.headers.map(([name, value]): [string, string] => [name, value]))
  const response = new Response(answer.body, { status: answer.status, headers })
  try {
    await (PROCESS[grant] ?? oauth.processGenericTokenEndpointResponse)(
      issuer as oauth.AuthorizationServer,
      client,
      response,
    )
    return undefined
  } catch (error) {
    return messageOf(error)
  }
}
