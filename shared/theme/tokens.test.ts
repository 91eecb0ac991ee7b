import { describe, expect, it } from 'vitest'
import { contrastRatio } from './contrast.ts'
import { THEMES, themeCss, type ThemeName, type TokenName } from './tokens.ts'

const SURFACES: readonly TokenName[] = ['bg', 'panel', 'sunken']
const ON_EVERY_SURFACE: readonly TokenName[] = [
  'ink',
  'ink-2',
  'ink-3',
  'accent',
  'good',
  'warn',
  'bad',
  'user',
  'browser',
  'client',
  'as',
  'api',
]
const TINTS = ['accent-soft', 'good-soft', 'warn-soft', 'bad-soft'] as const satisfies readonly TokenName[]
const ON_TINTS: readonly (readonly [TokenName, TokenName])[] = [
  ['on-accent', 'accent'],
  ...TINTS.flatMap((tint) => [['ink', tint] as const, ['ink-2', tint] as const]),
  ['ink-3', 'accent-soft'],
  ['accent', 'accent-soft'],
  ['good', 'good-soft'],
  ['warn', 'warn-soft'],
  ['bad', 'bad-soft'],
  // A line of code and an entry of a menu, when they are the one that is chosen.
  ['good', 'accent-soft'],
  ['warn', 'accent-soft'],
  ['bad', 'accent-soft'],
  // A tooltip is the theme turned round.
  ['panel', 'ink'],
]
const TEXT_PAIRS = [...ON_EVERY_SURFACE.flatMap((text) => SURFACES.map((on) => [text, on] as const)), ...ON_TINTS]
const THEME_NAMES: readonly ThemeName[] = ['light', 'dark']

describe('the contrast ratio', () => {
  it('is 21 for black on white and 1 for a colour on itself', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#3b5bdb', '#3b5bdb')).toBe(1)
  })

  it('is what WCAG gives for a grey that just passes on white', () => {
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})

describe.each(THEME_NAMES)('the %s theme', (name) => {
  const theme = THEMES[name]

  it.each(TEXT_PAIRS)('reads %s on %s at 4.5:1 or better', (text, surface) => {
    expect(contrastRatio(theme[text], theme[surface])).toBeGreaterThanOrEqual(4.5)
  })

  it.each(TINTS)('shows the edge of a button and the focus ring in a note of %s at 3:1 or better', (tint) => {
    expect(contrastRatio(theme.edge, theme[tint])).toBeGreaterThanOrEqual(3)
    expect(contrastRatio(theme.accent, theme[tint])).toBeGreaterThanOrEqual(3)
  })

  it.each(SURFACES)('shows the edge of a field and the focus ring on %s at 3:1 or better', (surface) => {
    expect(contrastRatio(theme.edge, theme[surface])).toBeGreaterThanOrEqual(3)
    expect(contrastRatio(theme.accent, theme[surface])).toBeGreaterThanOrEqual(3)
  })
})

describe('the stylesheet of the theme', () => {
  const css = themeCss()

  it('is light by default, dark where the system is, and obeys data-theme above both', () => {
    expect(css.match(/\{color-scheme:(light|dark)/g)).toEqual([
      '{color-scheme:light',
      '{color-scheme:dark',
      '{color-scheme:light',
      '{color-scheme:dark',
    ])
    expect(css.indexOf('prefers-color-scheme:dark')).toBeLessThan(css.indexOf('[data-theme=light]'))
    expect(css.indexOf('[data-theme=light]')).toBeLessThan(css.indexOf('[data-theme=dark]'))
  })

  it('gives every token as a custom property', () => {
    for (const token of Object.keys(THEMES.light)) expect(css).toContain(`--${token}:`)
  })
})
