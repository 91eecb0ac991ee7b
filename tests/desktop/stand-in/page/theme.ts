/** Every page is shown in the theme that the program has chosen, or else in the one that the person's system has. */
import { settings } from '../settings.ts'
import type { ShownPage } from './shown-page.ts'

export type ThemeSource = 'system' | 'light' | 'dark'

const MOTION = { name: 'prefers-reduced-motion', value: settings.prefersReducedMotion === true ? 'reduce' : '' }

const pages = new Set<ShownPage>()
let source: ThemeSource = 'system'
let systemIsDark = settings.prefersDark ?? false

export function isDark(): boolean {
  return source === 'system' ? systemIsDark : source === 'dark'
}

export function themeSource(): ThemeSource {
  return source
}

export function setThemeSource(chosen: ThemeSource): void {
  source = chosen
  for (const page of pages) show(page)
}

export function setSystemTheme(dark: boolean): void {
  systemIsDark = dark
  for (const page of pages) show(page)
}

export function emulateTheme(page: ShownPage): void {
  pages.add(page)
  page.onClosed(() => pages.delete(page))
  show(page)
}

function show(page: ShownPage): void {
  const scheme = { name: 'prefers-color-scheme', value: isDark() ? 'dark' : 'light' }
  page.tell('Emulation.setEmulatedMedia', { features: [scheme, MOTION] })
}
