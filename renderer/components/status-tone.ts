import type { Tone } from './tone.ts'

/** What an HTTP status says at a glance: good, sent on, refused. */
export function statusTone(status: number | undefined): Tone {
  if (status === undefined || status < 200) return 'neutral'
  if (status < 300) return 'good'
  return status < 400 ? 'accent' : 'bad'
}
