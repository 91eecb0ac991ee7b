import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import type * as z from 'zod'

export type JsonRead<Value> =
  | { readonly value: Value }
  | { readonly missing: true }
  /** Why it cannot be used, to follow the name of the file. */
  | { readonly broken: string }

export function readJsonFile<Value>(file: string, schema: z.ZodType<Value>): JsonRead<Value> {
  try {
    const { success, data } = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return success ? { value: data } : { broken: 'does not hold what it should' }
  } catch (error) {
    if (error instanceof SyntaxError) return { broken: 'is no JSON' }
    return codeOf(error) === 'ENOENT' ? { missing: true } : { broken: `cannot be read (${codeOf(error)})` }
  }
}

/** Written beside it and moved into its place, so that a power cut leaves the old one or the new one. */
export function writeJsonFile(file: string, value: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  const fresh = `${file}.new`
  writeFileSync(fresh, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 })
  renameSync(fresh, file)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error)
}
