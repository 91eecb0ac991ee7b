import * as z from 'zod'

import { configFileSchema } from '../config.ts'
import { defineCall } from './call.ts'
import { epochSeconds, ifVersion, listOf, secrets, versioned } from './common.ts'
import { changePlan } from './history.ts'

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
    own: z.boolean().meta({ description: 'Saved by a person; the others ship with the program.' }),
    clients: ids,
    apis: ids.meta({ description: 'Those of other scenarios that its clients call among them.' }),
    users: ids,
    settings: ids.meta({ description: 'Which settings it has; those that ship have none.' }),
    privateKeys: z
      .record(z.string(), z.looseObject({ kty: z.string() }))
      .optional()
      .meta({ description: 'By client: what it signs its assertions with. Public by design.' }),
    savedAt: epochSeconds.optional(),
  })
  .meta({ id: 'scenarioView', title: 'Scenario', description: 'A situation: applications, APIs and users.' })

export type ScenarioView = z.output<typeof scenarioView>

const alone = z
  .boolean()
  .optional()
  .meta({ description: 'Clients, APIs and users that are not in it go, with what hangs on them. Left out: they stay.' })

const title = z.string().trim().min(1).max(100).meta({ description: 'As people call it.' })
const summary = z.string().trim().max(1000).optional()

const savedScenario = z
  .strictObject({
    title,
    summary,
    from: id.optional().meta({ description: 'The scenario to copy. Left out: everything as it is now.' }),
  })
  .meta({ id: 'newScenario', title: 'Scenario to save' })

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
  'scenarios.compare': defineCall({
    description: 'Say what loading a scenario would change',
    input: z.strictObject({ id, alone }),
    output: z.object({ plan: changePlan }),
    example: { id: 'organizer' },
  }),
  'scenarios.load': defineCall({
    description: 'Put a scenario’s clients, APIs and users back to how it has them',
    input: z.strictObject({ id, alone }),
    output: scenarioView.extend({
      change: z.string().optional().meta({ description: 'Its id in the history; left out where nothing changed.' }),
    }),
    example: { id: 'organizer' },
  }),
  'scenarios.save': defineCall({
    description: 'Save everything as it is now as a scenario, or copy one',
    input: z.strictObject({
      scenario: savedScenario,
      overwrite: z
        .boolean()
        .optional()
        .meta({ description: 'Also over one of the same name; left out, that is a conflict.' }),
    }),
    output: versioned(scenarioView),
    example: { scenario: { title: 'Before the demo', summary: 'With two more users' }, overwrite: true },
  }),
  'scenarios.change': defineCall({
    description: 'Rename a scenario that you saved',
    input: z.strictObject({ id, changes: z.strictObject({ title: title.optional(), summary }), ifVersion }),
    output: versioned(scenarioView),
    example: { id: 'before-the-demo', changes: { title: 'After the demo' } },
  }),
  'scenarios.remove': defineCall({
    description: 'Delete a scenario that you saved; what it once loaded stays',
    input: z.strictObject({ id, ifVersion }),
    output: z.object({}),
    example: { id: 'before-the-demo' },
  }),
  'scenarios.export': defineCall({
    description: 'Export a scenario as a config file',
    input: z.strictObject({ id, secrets }),
    output: configFileSchema.meta({ id: 'configFile', title: 'Config file' }),
    example: { id: 'organizer' },
  }),
}
