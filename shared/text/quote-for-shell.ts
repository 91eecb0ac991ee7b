/** A word of a shell command: plain where nothing in it means anything to the shell, and quoted otherwise. */
export function quoteForShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
