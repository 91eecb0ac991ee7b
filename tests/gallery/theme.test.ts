import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { THEMES, themeCss } from '../../shared/theme/tokens.ts'

describe('renderer/theme/tokens.css', () => {
  it('is what the theme says now; vitest with -u writes it anew', async () => {
    const said = `/* Made from shared/theme/tokens.ts by tests/gallery/theme.test.ts. */\n${layOut(themeCss())}`
    await expect(said).toMatchFileSnapshot(inRoot('renderer', 'theme', 'tokens.css'))
  })
})

describe('renderer/theme/theme.css', () => {
  it('has a name for every colour of the theme', () => {
    const themeText = readFileSync(inRoot('renderer', 'theme', 'theme.css'), 'utf8')
    const colours = Object.keys(THEMES.light).filter((token) => token !== 'shadow')
    for (const colour of colours) expect(themeText).toMatch(new RegExp(`--color-[\\w-]+: var\\(--${colour}\\);`))
  })
})

/** One declaration on a line, as the formatter would write it. */
function layOut(css: string): string {
  const quoted = css.replaceAll('"', `'`).replaceAll(/\[data-theme=(\w+)\]/g, `[data-theme='$1']`)
  let depth = 0
  const lines = quoted.match(/[^{};\n]+[{;]?|\}/g) ?? []
  return lines.map((line) => `${indented(line)}\n`).join('')

  function indented(line: string): string {
    if (line === '}') return '  '.repeat(--depth) + line
    const indent = '  '.repeat(depth)
    if (line.endsWith('{')) depth++
    return indent + spaced(line)
  }
}

function spaced(line: string): string {
  if (line.startsWith('@media')) return line.replace(':', ': ').replace('{', ' {')
  if (line.endsWith('{')) return line.replace('{', ' {')
  return `${line.replace(';', '').replace(/:\s*/, ': ')};`
}
