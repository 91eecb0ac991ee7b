import { expect, test } from 'vitest'

import { writeScript } from './write-script.ts'

test('files are written where they belong, byte for byte', () => {
  const script = writeScript([
    { path: 'src/[...all]/it.js', language: 'javascript', code: 'a\n' },
    { path: 'end', language: 'text', code: 'END\n$HOME\n' },
  ])
  expect(script).toBe(
    `mkdir -p 'src/[...all]'\ncat > 'src/[...all]/it.js' <<'END_'\na\nEND_\n\ncat > end <<'END_'\nEND\n$HOME\nEND_\n`,
  )
})
