/**
 * The theme as data: the issuer's pages and the screens read the same table. Keys are the names of the CSS
 * custom properties. Both themes are equals, and every text colour meets 4.5:1 on each surface it is used on.
 */

const light = {
  bg: '#f4f5f7',
  panel: '#ffffff',
  sunken: '#f8f9fb',
  line: '#e3e6eb',
  'line-strong': '#cfd4dc',
  /** The border of a field that only its border shows; 3:1 (WCAG 2.2, 1.4.11). */
  edge: '#7d8594',
  ink: '#171a21',
  'ink-2': '#4b5261',
  'ink-3': '#5f6878',
  accent: '#3b5bdb',
  'accent-soft': '#e8edff',
  'on-accent': '#ffffff',
  good: '#147a48',
  'good-soft': '#e2f5ea',
  warn: '#956000',
  'warn-soft': '#fff1d6',
  bad: '#c02b2b',
  'bad-soft': '#fde8e8',
  user: '#7a4ed8',
  browser: '#0a769d',
  client: '#b44e0a',
  as: '#3b5bdb',
  api: '#147a48',
  shadow: '0 1px 2px #10182814, 0 4px 16px #1018280a',
} as const

export type TokenName = keyof typeof light
export type Theme = Readonly<Record<TokenName, string>>
export type ThemeName = 'light' | 'dark'

const dark: Theme = {
  bg: '#0f1218',
  panel: '#171b23',
  sunken: '#12161d',
  line: '#262c38',
  'line-strong': '#38404f',
  edge: '#6f798d',
  ink: '#eef1f6',
  'ink-2': '#b4bccb',
  'ink-3': '#8b96a9',
  accent: '#8ea6ff',
  'accent-soft': '#20294a',
  'on-accent': '#0f1218',
  good: '#5fd497',
  'good-soft': '#12301f',
  warn: '#f0b757',
  'warn-soft': '#33270f',
  bad: '#ff8b8b',
  'bad-soft': '#3a1a1d',
  user: '#b89aff',
  browser: '#5cc8ea',
  client: '#ff9f5f',
  as: '#8ea6ff',
  api: '#5fd497',
  shadow: '0 1px 2px #0006, 0 6px 20px #0004',
}

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light, dark }

/** What does not change with the theme. */
export const CONSTANTS = {
  font: '"Inter Variable", Inter, "Liberation Sans", system-ui, sans-serif',
  mono: '"JetBrains Mono", ui-monospace, "Liberation Mono", monospace',
  r: '10px',
  gap: '12px',
} as const

/** The five actors, each with the token that colours it. The colours mean the actors and nothing else. */
export const ACTOR_TOKENS = {
  user: 'user',
  browser: 'browser',
  client: 'client',
  issuer: 'as',
  api: 'api',
} as const satisfies Readonly<Record<string, TokenName>>

/** The custom properties: light, dark where the system says so, and `data-theme` above both. */
export function themeCss(): string {
  return [
    `:root{${declarations(CONSTANTS)}}`,
    `:root{${themeDeclarations('light')}}`,
    `@media (prefers-color-scheme:dark){:root{${themeDeclarations('dark')}}}`,
    `[data-theme=light]{${themeDeclarations('light')}}`,
    `[data-theme=dark]{${themeDeclarations('dark')}}`,
  ].join('\n')
}

function themeDeclarations(name: ThemeName): string {
  return `color-scheme:${name};${declarations(THEMES[name])}`
}

function declarations(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}
