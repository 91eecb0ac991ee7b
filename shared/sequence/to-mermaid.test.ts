import { expect, it } from 'vitest'

import { toMermaid } from './to-mermaid.ts'
import type { Sequence } from './sequence.ts'

const sequence: Sequence = {
  lanes: [
    { id: 'user', actor: 'user', name: 'Alice' },
    { id: 'client', actor: 'client', name: 'MyTodos.io' },
    { id: 'issuer', actor: 'issuer', name: 'Issuer; #1' },
  ],
  messages: [
    { id: '1', from: 'client', to: 'client', label: 'code_verifier, S256', state: 'done' },
    { id: '2', from: 'user', to: 'issuer', label: 'sign in', state: 'skipped' },
    { id: '3', from: 'client', to: 'issuer', label: 'POST /token', state: 'current' },
    { id: '4', from: 'issuer', to: 'client', label: 'tokens', state: 'coming', isAnswer: true },
    { id: '5', from: 'issuer', to: 'client', label: '400 <invalid_grant>', state: 'failed', isAnswer: true },
  ],
}

it('says who takes part, and each message in its order', () => {
  expect(toMermaid(sequence, 'Code "with" PKCE')).toBe(
    `---
title: "Code \\"with\\" PKCE"
---
sequenceDiagram
  autonumber
  actor L1 as Alice
  participant L2 as MyTodos.io
  participant L3 as Issuer#59; #35;1
  L2->>L2: code_verifier, S256
  L1->>L3: sign in (left out)
  L2->>L3: POST /token
  L3-->>L2: tokens
  L3-xL2: 400 #60;invalid_grant#62;
`,
  )
})

it('needs no title', () => {
  expect(toMermaid(sequence)).toMatch(/^sequenceDiagram\n/)
})
