import { ValetKeyError } from '#shared/errors.ts'

import packageJson from '../../package.json' with { type: 'json' }
import { outliveClosedOutput } from './closed-output.ts'
import { beginEarlyKey } from './early-key.ts'
import { EXIT, exitCodeFor } from './exit-codes.ts'

const HELP = `valetkey: an OAuth 2.0 and OpenID Connect playground that runs on your own machine

  valetkey serve      start the issuer (valetkey serve --help lists the flags)
  valetkey token      get a token from a running issuer (valetkey token --help lists the flags)
  valetkey flow       walk through a grant unattended (valetkey flow --help lists the flags)
  valetkey --version
  valetkey --help
`

/** One function a command; each takes what follows its name and resolves with the exit code. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  serve: async (args) => {
    const key = beginEarlyKey(args)
    return (await import('./serve.ts')).serve(args, key)
  },
  // Loaded when asked for: it brings an OAuth client along, and the issuer should not wait for that.
  token: async (args) => (await import('./token/token.ts')).token(args),
  // The texts of all walkthroughs come with it.
  flow: async (args) => (await import('./flow/flow.ts')).flow(args),
  help: async () => print(HELP),
  '--help': async () => print(HELP),
  '-h': async () => print(HELP),
  '--version': async () => print(`${packageJson.version}\n`),
}

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  const command = COMMANDS[name]
  if (!command)
    throw new ValetKeyError('bad_usage', `There is no command ${JSON.stringify(name)}. See valetkey --help.`)
  return command(args)
}

async function print(text: string): Promise<number> {
  process.stdout.write(text)
  return EXIT.ok
}

function explain(error: unknown): string {
  if (error instanceof ValetKeyError) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/** Never rejects: a failure becomes a message and an exit code. */
export async function main(args: readonly string[]): Promise<void> {
  outliveClosedOutput()
  try {
    process.exitCode = await run(args)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = exitCodeFor(error)
  }
}
