import type { SegmentedOption } from '../components/segmented.tsx'

export type GalleryTheme = 'system' | 'light' | 'dark'

export const THEME_OPTIONS: readonly SegmentedOption<GalleryTheme>[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** The theme that the address names: `#dark`. */
export function readTheme(): GalleryTheme {
  return THEME_OPTIONS.find(({ value }) => `#${value}` === location.hash)?.value ?? 'system'
}

export function applyTheme(theme: GalleryTheme): void {
  history.replaceState(null, '', `#${theme}`)
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
