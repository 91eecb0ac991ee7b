import { type CodeToken, splitByRules, type TokenRule } from './code-token.ts'

const STRING = String.raw`"(?:[^"\\\n]|\\.)*`

const RULES: readonly TokenRule[] = [
  [new RegExp(String.raw`${STRING}"(?=\s*:)`, 'y'), 'name'],
  [new RegExp(`${STRING}"?`, 'y'), 'string'],
  [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y, 'number'],
  [/\b(?:true|false|null)\b/y, 'keyword'],
  [/[{}[\],:]+/y, 'quiet'],
  [/\s+/y, 'plain'],
]

export function splitJson(text: string): readonly CodeToken[] {
  return splitByRules(text, RULES)
}
