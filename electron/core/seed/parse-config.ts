import { checkConfig } from '#shared/contract/check-config.ts'
import { completeConfig } from '#shared/contract/complete-config.ts'
import { configFileSchema, type Config } from '#shared/contract/config.ts'
import type { Finding } from '#shared/contract/finding.ts'
import type { KnownNames } from '#shared/contract/known-names.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { checkJson } from './check-json.ts'

const MOST_SHOWN = 20

/** Brings zod with it: import it only when there is a config (`loadConfig` does). */
export function parseConfig(text: string, source: string, known: KnownNames): Config {
  const problem = checkJson(text)
  if (problem !== undefined) {
    const { line, column, message } = problem
    throw new ValetKeyError('config_invalid', `${source}: line ${line}, column ${column}: ${message}`)
  }
  const value: unknown = JSON.parse(text)
  const findings = checkConfig(value, known)
  if (findings.length > 0) throw invalidConfig(source, findings)
  return completeConfig(configFileSchema.parse(value))
}

/** For a config that comes as an object, such as the one that a test hands to the library. */
export function parseConfigValue(value: unknown, source: string, known: KnownNames): Config {
  return parseConfig(toJson(value, source), source, known)
}

function invalidConfig(source: string, findings: readonly Finding[]): ValetKeyError {
  const lines = findings
    .slice(0, MOST_SHOWN)
    .map(({ path, message }) => [source, path, message].filter((part) => part !== '').join(': '))
  const more = findings.length - lines.length
  const message = [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n')
  return new ValetKeyError('config_invalid', message, { detail: { source, findings } })
}

function toJson(value: unknown, source: string): string {
  const refuse = (cause?: unknown) =>
    new ValetKeyError(
      'config_invalid',
      `${source}: found what JSON cannot say, expected an object as in a config file`,
      { cause },
    )
  try {
    // Undefined for a function, a symbol and undefined itself, whatever the declaration says.
    const text: string | undefined = JSON.stringify(value)
    if (text !== undefined) return text
  } catch (error) {
    throw refuse(error)
  }
  throw refuse()
}
