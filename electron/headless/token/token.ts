import { EXIT } from '../exit-codes.ts'
import { openBrowser } from '../open-browser.ts'
import { decodeTokens } from './decode.ts'
import { requestToken } from './request-token.ts'
import type { Person } from './session.ts'
import { scopesNotGranted } from './scopes.ts'
import { parseTokenFlags, TOKEN_HELP } from './token-flags.ts'

/** Standard output is for the token response alone, so that it can be piped. */
export async function token(args: readonly string[]): Promise<number> {
  const flags = await parseTokenFlags(args, process.env)
  if (flags === undefined) {
    process.stdout.write(TOKEN_HELP)
    return EXIT.ok
  }
  const person: Person = {
    tell: (message) => process.stderr.write(`${message}\n`),
    open: (url) => flags.open && openBrowser(url),
  }
  const tokens = await requestToken(flags.grant, flags.request, person)
  const refused = scopesNotGranted(flags.request.scope, tokens)
  if (refused.length > 0)
    person.tell(
      `Not granted: ${refused.join(' ')}. No API of the issuer has it, the client may not ask for it, or it is the scope of another API.`,
    )
  const shown = flags.decode ? { ...tokens, decoded: decodeTokens(tokens) } : tokens
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  return EXIT.ok
}
