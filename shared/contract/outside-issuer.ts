/** What may stand in an outside issuer and in a client of one's own there. */
import * as z from 'zod'

import { nonEmptyText, visibleText, webAddress } from './text.ts'
import { CLIENT_AUTH_METHODS } from './vocabulary.ts'

/** No fragment, and no user before the host: neither can stand in an issuer (RFC 8414 section 2). */
export const issuerAddress = webAddress
  .refine((text) => !/[#?@]/.test(text), {
    error: 'an address without user, query and fragment, such as https://issuer.example',
  })
  .max(2000)

const scopeText = z.string().regex(/^(?:[\x21\x23-\x5b\x5d-\x7e]+(?: [\x21\x23-\x5b\x5d-\x7e]+)*)?$/, {
  error: 'scopes with one space between them, such as "openid profile"',
})

const privateKey = z
  .looseObject({
    kty: z.enum(['RSA', 'EC', 'OKP'], { error: 'a private key of kind RSA, EC or OKP' }),
    d: z.string({ error: 'a private key, which has the member d' }).min(1),
    alg: nonEmptyText.optional(),
    kid: nonEmptyText.optional(),
  })
  .meta({ id: 'privateKey', title: 'Private key', description: 'A JWK (RFC 7517).' })

export const outsideApiSchema = z
  .strictObject({
    name: nonEmptyText.max(200).optional(),
    url: webAddress.max(2000).meta({ examples: ['https://api.example/things'] }),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']).default('GET'),
    scope: scopeText.max(2000).default('').meta({ description: 'What the call needs; empty: none.' }),
    body: z.string().max(65_536).optional(),
  })
  .meta({ id: 'outsideApi', title: 'API to call', description: 'What a walkthrough calls with the token.' })

export const outsideClientSchema = z
  .looseObject({
    client_id: visibleText.max(2000),
    client_name: nonEmptyText.max(200).optional(),
    client_secret: visibleText
      .max(2000)
      .nullable()
      .optional()
      .meta({ description: 'Left out: the one that is kept. null: it is forgotten. Never shown again.' }),
    private_key: privateKey
      .nullable()
      .optional()
      .meta({ description: 'Left out: the one that is kept. null: it is forgotten. Never shown again.' }),
    token_endpoint_auth_method: z.enum(CLIENT_AUTH_METHODS).optional().meta({
      description: 'Left out: client_secret_basic with a secret, private_key_jwt with a key, otherwise none.',
    }),
    scope: scopeText.max(4000).optional().meta({ description: 'What it may ask for. Left out: anything.' }),
    meta: z.unknown().optional().meta({ description: 'As read; ignored.' }),
  })
  .meta({ id: 'outsideClient', title: 'Client elsewhere', description: 'By the metadata names of RFC 7591.' })

export const outsideIssuerSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[\w.-]{1,100}$/, { error: 'letters, digits, dots, hyphens and underscores' })
      .optional()
      .meta({ description: 'Left out: made from the host.' }),
    name: nonEmptyText.max(200).optional().meta({ description: 'Left out: the host.' }),
    address: issuerAddress.meta({
      description: 'The issuer, or the address of its metadata.',
      examples: ['https://issuer.example'],
    }),
    clients: z.array(outsideClientSchema).max(100).optional(),
    api: outsideApiSchema.optional(),
  })
  .meta({ id: 'outsideIssuer', title: 'Outside issuer', description: 'An issuer that runs elsewhere.' })

export type OutsideIssuerFile = z.output<typeof outsideIssuerSchema>
export type OutsideClientFile = z.output<typeof outsideClientSchema>
