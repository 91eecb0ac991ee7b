import { type CodeToken, splitByRules, type TokenRule } from './code-token.ts'

const STRING = /'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?/y
const NUMBER = /\b\d+(?:\.\d+)?\b/y

const JAVASCRIPT: readonly TokenRule[] = [
  [/\/\/[^\n]*/y, 'quiet'],
  [STRING, 'string'],
  [/\b(?:import|from|const|await|new|true|false|null)\b/y, 'keyword'],
  [NUMBER, 'number'],
  [/[\w$]+/y, 'plain'],
]

const PYTHON: readonly TokenRule[] = [
  [/#[^\n]*/y, 'quiet'],
  [STRING, 'string'],
  [/\b(?:import|from|True|False|None)\b/y, 'keyword'],
  [/\w+(?==[^=])/y, 'name'],
  [NUMBER, 'number'],
  [/\w+/y, 'plain'],
]

/** As much of the languages as short programs need that send one request. */
export function splitJavaScript(text: string): readonly CodeToken[] {
  return splitByRules(text, JAVASCRIPT)
}

export function splitPython(text: string): readonly CodeToken[] {
  return splitByRules(text, PYTHON)
}
