/** What curl and HTTPie have in common: the shell around them. */
import { quoteForShell } from '../../text/quote-for-shell.ts'

/** Of one word of a command, in characters: Linux allows 128 KB, and a character may take four bytes. */
const MOST = 30_000

/** Whether it can be a word of a command at all; what cannot is piped. */
export function fitsWord(text: string): boolean {
  return text.length <= MOST && !text.includes('\0')
}

/** Written by the shell itself, which knows no bound and can write any byte. */
export function printForShell(text: string): string {
  return `printf %b ${quoteForShell(text.replaceAll('\\', '\\\\').replaceAll('\0', '\\0000'))}`
}

/** A header has one byte for each character up to U+00FF (ISO 8859-1), where a terminal has UTF-8. */
export function quoteHeader(header: string): string {
  if (/^[\0-\x7f]*$/.test(header)) return quoteForShell(header)
  const escaped = header
    .replaceAll('\\', '\\\\')
    .replace(/[\x80-\xff]/g, (character) => `\\0${character.charCodeAt(0).toString(8)}`)
  return `"$(printf %b ${quoteForShell(escaped)})"`
}

/** One option a line. */
export function joinOptions(command: string, options: readonly string[]): string {
  return [command, ...options].join(options.length > 2 ? ' \\\n  ' : ' ')
}

export function openFromShell(url: string): string {
  return [
    '# A step of the browser: the user opens this address. There, cookies and the pages of the issuer matter.',
    '# `open` is the command of macOS; on Linux it is `xdg-open`, on Windows `start`.',
    `open ${quoteForShell(new URL(url).href)}`,
  ].join('\n')
}
