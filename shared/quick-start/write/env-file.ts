import type { AppFacts } from '../facts.ts'
import type { CodeFile } from '../quick-start.ts'
import { lines, oneLine } from './text.ts'

/**
 * For Node's `--env-file`, for dotenv, and for a shell that reads the file in: what one of them would run or cut short
 * is left for the person to set.
 */
export function writeEnv(name: string, value: string): string {
  const quoted = quoteEnv(value)
  return quoted === undefined
    ? `# ${name} has characters that such a file cannot hold; set it in the environment.\n${name}=`
    : `${name}=${quoted}`
}

function quoteEnv(value: string): string | undefined {
  if (/^[\w.,:/@%+-]*$/.test(value)) return value
  if (/[\p{Cc}\u2028\u2029]/u.test(value)) return undefined
  if (!value.includes("'")) return `'${value}'`
  return /["$`\\!]/.test(value) ? undefined : `"${value}"`
}

/** What must not stand in code. Undefined for one that has nothing to hide. */
export function secretFile(facts: AppFacts, { path = '.env', name = 'CLIENT_SECRET', more = [] as string[] } = {}) {
  const entries = [...secretLines(facts, name), ...more]
  return entries.length === 0 ? [] : [{ path, language: 'text', code: lines(entries) } satisfies CodeFile]
}

export function secretLines({ method, secret, name: app }: AppFacts, name = 'CLIENT_SECRET'): readonly string[] {
  if (method === 'none') return []
  if (method === 'private_key_jwt') {
    return [
      `# The private key of ${oneLine(app)} as a JWK, with kid and alg. Valet Key has the public half alone: a pair is`,
      '# made under Applications, Edit, How it proves itself, and the private half is shown once.',
      'PRIVATE_KEY_FILE=private-key.json',
    ]
  }
  if (secret !== undefined) return ['# Keep it out of the repository.', writeEnv(name, secret)]
  return [`# Shown in Valet Key: Applications, ${oneLine(app)}, Settings, client_secret.`, `${name}=`]
}
