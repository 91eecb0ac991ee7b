import * as z from 'zod'

import type { Jwk } from '#shared/model/key.ts'

import { apiSchema, type ApiFile } from './api.ts'
import { clientSchema, type ClientFile } from './client.ts'
import { nonEmptyText } from './text.ts'
import { userSchema, type UserFile } from './user.ts'

/** Strict all the way, like a config file; read by the tests only, since what ships has been checked before. */
export const scenarioSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: nonEmptyText,
  summary: nonEmptyText,
  usesApisOf: z.array(nonEmptyText).optional(),
  users: z.array(userSchema).optional(),
  apis: z.array(apiSchema).optional(),
  clients: z.array(clientSchema).optional(),
  privateKeys: z.record(z.string(), z.looseObject({ kty: nonEmptyText, kid: nonEmptyText })).optional(),
})

/** A situation that ships with the program, in the config file's own format. */
export interface Scenario {
  readonly id: string
  readonly title: string
  readonly summary: string
  /** Scenarios whose APIs its clients call; those APIs are loaded with it. */
  readonly usesApisOf?: readonly string[] | undefined
  readonly users?: readonly UserFile[] | undefined
  readonly apis?: readonly ApiFile[] | undefined
  readonly clients?: readonly ClientFile[] | undefined
  /** By client_id: what such a client signs its assertions with. Public by design, and no part of its metadata. */
  readonly privateKeys?: Readonly<Record<string, Jwk>> | undefined
}
