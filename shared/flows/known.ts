import type { Context, Json } from './flow.ts'

/** What an earlier step has learnt, as text; a flow that asks for what no step learns is wrong, and says so. */
export function knownText({ known }: Context, name: string): string {
  const value = known[name]?.value
  if (typeof value !== 'string') throw new Error(`no step before this one has learnt ${name}`)
  return value
}

export function maybeText({ known }: Context, name: string): string | undefined {
  const value = known[name]?.value
  return typeof value === 'string' ? value : undefined
}

export function maybeNumber({ known }: Context, name: string): number | undefined {
  const value = known[name]?.value
  return typeof value === 'number' ? value : undefined
}

export function learn(values: Readonly<Record<string, Json | undefined>>, secrets: readonly string[] = []) {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, { value, ...(secrets.includes(name) && { secret: true }) }] as const],
  )
  return Object.fromEntries(entries)
}

/** As a check shows what it found. */
export function show(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined
  return typeof value === 'string' ? value : JSON.stringify(value)
}
