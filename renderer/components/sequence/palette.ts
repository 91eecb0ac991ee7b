import { ACTORS, type Actor } from '../actor.ts'

/** The colours of a picture that has to do without the page's. */
export interface Palette {
  readonly actors: Readonly<Record<Actor, string>>
  readonly ground: string
  readonly line: string
  readonly ink: string
  readonly faint: string
  readonly accent: string
  readonly accentSoft: string
  readonly bad: string
}

const VARIABLES = { user: '--user', browser: '--browser', client: '--client', issuer: '--as', api: '--api' } as const

/** As they are in the theme of this element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    actors: Object.fromEntries(ACTORS.map((actor) => [actor, read(VARIABLES[actor])])) as Record<Actor, string>,
    ground: read('--panel'),
    line: read('--line-strong'),
    ink: read('--ink-2'),
    faint: read('--ink-3'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    bad: read('--bad'),
  }
}
