import type { Flow } from '#shared/flows/flow.ts'
import { FLOWS } from '#shared/flows/flows.ts'

export function listFlows(isJson: boolean): string {
  return isJson
    ? `${JSON.stringify({ flows: FLOWS.map(describe) }, null, 2)}\n`
    : [...FLOWS.map(explain), LEGEND].join('\n')
}

const LEGEND = '* what it has when nothing is said. Walk one with: valetkey flow run ID\n'

function describe({ id, title, summary, variants, layers, builtIn = [] }: Flow) {
  return {
    id,
    title,
    summary,
    variants: variants.map((variant) => ({ id: variant.id, title: variant.title })),
    layers,
    builtIn,
  }
}

function explain(flow: Flow): string {
  const { id, title, variants, layers, defaults } = flow
  const rows = [
    ['variants', variants.map((variant) => mark(variant.id, variant.id === defaults.variant))],
    ['layers', layers.map((layer) => mark(layer, defaults.layers.includes(layer)))],
  ] as const
  const lines = rows.filter(([, names]) => names.length > 0)
  return [`${id}: ${title}`, ...lines.map(([name, names]) => `  ${name.padEnd(8)}  ${names.join(', ')}`), ''].join('\n')
}

/** What it has when nothing is said. */
function mark(name: string, isDefault: boolean): string {
  return isDefault ? `${name}*` : name
}
