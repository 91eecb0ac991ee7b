import * as z from 'zod'

import { configFileSchema } from './config.ts'

const ID = 'urn:valetkey:config'

/** The JSON Schema of the config file, for editors; `resources/config.schema.json` is its text. */
export function buildConfigSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(configFileSchema, { io: 'input', target: 'draft-2020-12' })
  return { $schema, $id: ID, ...rest }
}
