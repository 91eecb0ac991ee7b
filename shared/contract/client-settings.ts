import * as z from 'zod'

import { nonEmptyText } from './text.ts'

export const clientSettingsSchema = z
  .strictObject({
    skipConsent: z.boolean().exactOptional().meta({
      default: false,
      description: 'First-party: no consent page, everything asked for is granted.',
    }),
    defaultApi: nonEmptyText.exactOptional().meta({
      description: 'Identifier of the API that a request means when it names none by resource or audience.',
      examples: ['https://organizer.test/api'],
    }),
    anyLoopbackRedirect: z.boolean().exactOptional().meta({
      default: false,
      description: 'Any http address on localhost, 127.0.0.1 or [::1] counts as registered.',
    }),
    refreshTokens: z.enum(['offline_access', 'always']).exactOptional().meta({
      default: 'offline_access',
      description: 'offline_access: only when that scope is asked for and granted. always: without it, too.',
    }),
    requirePkce: z.boolean().exactOptional().meta({ description: 'Left out: required of public clients only.' }),
    requireDpopNonce: z.boolean().exactOptional().meta({
      default: false,
      description: 'A DPoP proof must carry a nonce that the issuer gave (RFC 9449 section 8).',
    }),
  })
  .meta({
    id: 'clientSettings',
    title: 'Client settings',
    description: 'What Valet Key knows of a client beyond RFC 7591.',
  })
