import type { CodeToken, Language } from './code-token.ts'
import { splitForm, splitHttp } from './http-tokens.ts'
import { splitJson } from './json-tokens.ts'
import { splitJavaScript, splitPython } from './script-tokens.ts'
import { splitShell } from './shell-tokens.ts'

const SPLITTERS = {
  json: splitJson,
  http: splitHttp,
  form: splitForm,
  shell: splitShell,
  javascript: splitJavaScript,
  python: splitPython,
  text: (text) => [{ kind: 'plain', text }],
} satisfies Readonly<Record<Language, (text: string) => readonly CodeToken[]>>

export function splitCode(text: string, language: Language): readonly CodeToken[] {
  return text === '' ? [] : SPLITTERS[language](text)
}
