import { describe, expect, it } from 'vitest'

import { checkClient } from '#shared/contract/check-client.ts'
import { clientSchema } from '#shared/contract/client.ts'

import { explainKind } from '../explain-kind.ts'
import { findKind, KINDS } from './kinds.ts'

describe.each(KINDS)('$title', ({ id, metadata, redirect, reasons }) => {
  const client = {
    client_id: 'new',
    ...metadata,
    ...(redirect !== undefined && { redirect_uris: [redirect] }),
    // The program makes one for each that needs it.
    ...(metadata['token_endpoint_auth_method'] === 'client_secret_basic' && { client_secret: 'made' }),
  }

  it('has values that go together', () => {
    expect(checkClient(clientSchema.parse(client), ['client'])).toEqual([])
  })

  it('says why, and is found by its name', () => {
    expect(reasons.length).toBeGreaterThan(1)
    expect(findKind(id)?.id).toBe(id)
    expect(explainKind(client)).not.toBe('Application')
  })
})
