/** What was pasted: each form has a reader that takes what is its own and leaves the rest to the next. */
import { parseCompact } from './token.ts'
import { buildPaste, type Paste } from './recognise/paste.ts'
import { readAddress, readForm } from './recognise/read-address.ts'
import { readCredentials, readCurl, readMessage } from './recognise/read-http.ts'
import { readJson } from './recognise/read-json.ts'
import { scan } from './recognise/scan.ts'

/** Beyond this, a paste is a file and no token. */
export const LONGEST_PASTE = 4 * 1024 * 1024

export function recognise(text: string): Paste {
  if (text.length > LONGEST_PASTE)
    return { form: 'unknown', why: 'It is longer than 4 MB. Paste the part with the token in it.' }
  const trimmed = text.trim()
  const bare = unwrap(trimmed)
  if (bare === '') return { form: 'nothing' }
  return (
    readWhole(bare) ??
    readJson(bare) ??
    readCurl(bare) ??
    readCredentials(bare) ??
    readAddress(bare) ??
    readMessage(bare) ??
    readForm(bare) ??
    readScattered(bare) ??
    readOpaque(bare) ?? {
      form: 'unknown',
      why: 'There is no token in it that can be told from the rest.',
    }
  )
}

const QUOTES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '“': '”', '‘': '’', '<': '>' }

/** Quotes and brackets around it, a comma or a semicolon after it: what comes along when one copies from code. */
function unwrap(text: string): string {
  let bare = text.replace(/[,;]$/, '').trim()
  while (bare.length > 1 && QUOTES[bare[0] ?? ''] === bare.at(-1)) bare = bare.slice(1, -1).trim()
  return bare
}

/** One token, broken into lines as mail and terminals do, or not. */
function readWhole(text: string): Paste | undefined {
  const token = parseCompact(text.replaceAll(/\s+/g, ''))
  return token === undefined ? undefined : buildPaste('token', [{ token }])
}

function readScattered(text: string): Paste | undefined {
  const found = scan(text)
  return buildPaste(found.length === 1 ? 'token' : 'several tokens', found)
}

/** RFC 6750 section 2.1 says what a Bearer token is made of. Shorter ones are words. */
function readOpaque(text: string): Paste | undefined {
  const isToken = text.length >= 8 && /^[\w.~+/-]+=*$/.test(text) && (/\d/.test(text) || text.length >= 20)
  return isToken ? buildPaste('token', [{ token: { type: 'opaque', text } }]) : undefined
}
