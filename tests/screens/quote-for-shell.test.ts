import { execFileSync } from 'node:child_process'
import { it, expect } from 'vitest'

import { quoteForShell } from '#shared/text/quote-for-shell.ts'

it.each(['plain', "it's", 'a b', '$HOME `ls` "x" \\ \n', '', '😀', '!#&;|<>()'])(
  'hands %j to the command as it is',
  (word) => {
    expect(execFileSync('sh', ['-c', `printf %s ${quoteForShell(word)}`]).toString()).toBe(word)
  },
)
