/** What a colour says: good, care, wrong; accent for what is chosen or meant; neutral for the rest. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad'

/** Soft ground, with text of its own colour on it. */
export const TINTED: Readonly<Record<Tone, string>> = {
  neutral: 'bg-sunken text-ink-2 inset-ring inset-ring-line',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}

export const TEXT: Readonly<Record<Tone, string>> = {
  neutral: 'text-ink-3',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
}
