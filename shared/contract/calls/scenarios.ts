import * as z from 'zod'

import { defineCall } from './call.ts'
import { listOf, versioned } from './common.ts'

const id = z
  .string()
  .min(1)
  .meta({ description: 'The scenario’s id.', examples: ['organizer'] })
const ids = z.array(z.string())

const scenarioView = z
  .object({
    id,
    title: z.string(),
    summary: z.string(),
    clients: ids,
    apis: ids.meta({ description: 'Those of other scenarios that its clients call among them.' }),
    users: ids,
    privateKeys: z
      .record(z.string(), z.looseObject({ kty: z.string() }))
      .optional()
      .meta({ description: 'By client: what it signs its assertions with. Public by design.' }),
  })
  .meta({ id: 'scenarioView', title: 'Scenario', description: 'A situation that ships with the program.' })

export const scenarioCalls = {
  'scenarios.list': defineCall({
    description: 'List scenarios',
    input: z.strictObject({}),
    output: listOf(scenarioView),
  }),
  'scenarios.get': defineCall({
    description: 'Get a scenario',
    input: z.strictObject({ id }),
    output: versioned(scenarioView),
    example: { id: 'organizer' },
  }),
  'scenarios.load': defineCall({
    description: 'Put a scenario’s clients, APIs and users back to how they ship',
    input: z.strictObject({ id }),
    output: scenarioView,
    example: { id: 'organizer' },
  }),
}
