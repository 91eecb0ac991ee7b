import { expect, it } from 'vitest'

import { layoutSequence } from '#shared/sequence/layout.ts'
import type { Palette } from './palette.ts'
import { toSvg } from './to-svg.ts'

const palette: Palette = {
  actors: { user: '#111', browser: '#222', client: '#333', issuer: '#444', api: '#555' },
  ground: '#fff',
  line: '#ccc',
  ink: '#000',
  faint: '#777',
  accent: '#00f',
  accentSoft: '#eef',
  bad: '#f00',
}

it('is one file: every name, every message, no reference to anything outside', () => {
  const layout = layoutSequence({
    lanes: [
      { id: 'client', actor: 'client', name: 'A & B <app>' },
      { id: 'issuer', actor: 'issuer', name: 'Issuer' },
    ],
    messages: [
      { id: '1', from: 'client', to: 'issuer', label: 'POST /token', state: 'done' },
      { id: '2', from: 'issuer', to: 'client', label: '"no"', state: 'failed', isAnswer: true },
    ],
  })
  const svg = toSvg(layout, palette, 'Code')
  expect(svg).toContain('<title>Code</title>')
  expect(svg).toContain('A &#38; B &#60;app&#62;')
  expect(svg).toContain('>POST /token</text>')
  expect(svg).toContain('>&#34;no&#34;</text>')
  expect(svg).toContain('stroke="#333"')
  expect(svg).toContain('stroke="#f00"')
  expect(svg).not.toMatch(/href|url\(|class=|var\(/)
})
