/** A request of a walkthrough as a program that sends the very same. */
import type { Draft } from '../flow.ts'
import type { Sender } from './read-request.ts'
import { toCurl } from './to-curl.ts'
import { toFetch } from './to-fetch.ts'
import { toHttpie } from './to-httpie.ts'
import { type SnippetWorld, toOpenidClient } from './to-openid-client.ts'
import { toPython } from './to-python.ts'

export interface Snippet {
  readonly id: SnippetId
  readonly title: string
  readonly language: 'shell' | 'javascript' | 'python'
  build(draft: Draft, sender?: Sender, world?: SnippetWorld): string
}

export type SnippetId = 'curl' | 'httpie' | 'javascript' | 'openid-client' | 'python'

export const SNIPPETS = [
  { id: 'curl', title: 'curl', language: 'shell', build: toCurl },
  { id: 'httpie', title: 'HTTPie', language: 'shell', build: toHttpie },
  { id: 'javascript', title: 'JavaScript (fetch)', language: 'javascript', build: toFetch },
  { id: 'openid-client', title: 'JavaScript (openid-client)', language: 'javascript', build: toOpenidClient },
  { id: 'python', title: 'Python (requests)', language: 'python', build: toPython },
] as const satisfies readonly Snippet[]
