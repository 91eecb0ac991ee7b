import * as z from 'zod'

import {
  CONSENT_POLICIES,
  PKCE_POLICIES,
  POLICY_DEFAULTS,
  ROTATION_POLICIES,
  SECOND_FACTOR_POLICIES,
} from '#shared/model/policies.ts'

export const policiesSchema = z
  .strictObject({
    pkce: z.enum(PKCE_POLICIES).exactOptional().meta({
      default: POLICY_DEFAULTS.pkce,
      description: 'Which clients have to send a code_challenge. A client’s own setting goes first.',
    }),
    consent: z.enum(CONSENT_POLICIES).exactOptional().meta({
      default: POLICY_DEFAULTS.consent,
      description:
        'remembered: asked for once. always: at every sign-in. never: every client is taken for first-party.',
    }),
    refreshRotation: z.enum(ROTATION_POLICIES).exactOptional().meta({
      default: POLICY_DEFAULTS.refreshRotation,
      description: 'Which clients get a new refresh token each time that they use one.',
    }),
    secondFactor: z.enum(SECOND_FACTOR_POLICIES).exactOptional().meta({
      default: POLICY_DEFAULTS.secondFactor,
      description:
        'nobody: only where the request asks for it. enrolled: of whoever has one. everyone: who has none is refused.',
    }),
    permissive: z.boolean().exactOptional().meta({
      default: POLICY_DEFAULTS.permissive,
      description: 'Registers an unknown client on sight, as --permissive does.',
    }),
  })
  .meta({ id: 'policies', title: 'Policies', description: 'What the issuer demands, for every client and user.' })
