import { type CodeToken, splitByRules, type TokenRule } from './code-token.ts'

const RULES: readonly TokenRule[] = [
  [/#[^\n]*/y, 'quiet'],
  [/'[^']*'?|"(?:[^"\\]|\\.)*"?/y, 'string'],
  [/\$\w+|\$\{[^}\n]*\}?/y, 'number'],
  [/\\\n/y, 'quiet'],
  [/[|&;<>]+/y, 'quiet'],
  [/\s+/y, 'plain'],
  [/--?[A-Za-z][\w-]*/y, 'name'],
  [/[^\s'"$|&;<>\\]+/y, 'plain'],
]
const COMMAND = /^(?:\s*[$#] )?\s*[\w./-]+/

/** A command with its options, as it is pasted into a terminal. The first word is the program. */
export function splitShell(text: string): readonly CodeToken[] {
  const program = COMMAND.exec(text)?.[0] ?? ''
  const rest = splitByRules(text.slice(program.length), RULES)
  return program === '' ? rest : [{ kind: 'keyword', text: program }, ...rest]
}
