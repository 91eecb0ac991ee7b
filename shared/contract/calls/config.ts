import * as z from 'zod'

import { configFileSchema } from '../config.ts'
import { defineCall } from './call.ts'
import { secrets } from './common.ts'
import { changePlan } from './history.ts'

const changes = z.object({ created: z.array(z.string()), updated: z.array(z.string()) })

const importResult = z
  .object({
    applied: z.boolean().meta({ description: 'False for a dry run.' }),
    clients: changes,
    apis: changes,
    users: changes,
    settings: z.array(z.string()).meta({ description: 'The members that changed.' }),
    plan: changePlan.optional().meta({ description: 'Of a dry run: what would change, member by member.' }),
    change: z.string().optional().meta({ description: 'Its id in the history; left out where nothing changed.' }),
  })
  .meta({ id: 'importResult', title: 'Import', description: 'What an import changed, or would change.' })

export type ImportResult = z.output<typeof importResult>

export const configCalls = {
  'config.export': defineCall({
    description: 'Export clients, APIs, users and settings as a config file',
    input: z.strictObject({ secrets }),
    output: configFileSchema.meta({ id: 'configFile', title: 'Config file' }),
  }),
  'config.import': defineCall({
    description: 'Import a config file: what it names is created or replaced, the rest stays',
    // Read by the config's own validator, which says more than a schema can.
    input: z.strictObject({
      config: z.unknown().meta({ description: 'A config file, as resources/config.schema.json describes it.' }),
      dryRun: z.boolean().optional().meta({ description: 'Only say what would change.' }),
    }),
    output: importResult,
    example: { config: { users: [{ username: 'dora' }] }, dryRun: true },
  }),
}
