import type { Bridge } from '#shared/frames/connect-frames.ts'
import type { ExchangeFilter } from '#shared/model/exchange.ts'

export const EXPORT_FORMATS = ['har', 'markdown', 'html'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

interface ExportRequest {
  readonly format: ExportFormat
  readonly secrets: boolean
  readonly ids: readonly number[] | undefined
  readonly filter: ExchangeFilter | undefined
}

interface Export {
  readonly file: Blob
  readonly count: number
  readonly name: string
}

/** As many as the program gives at once. */
const MOST = { har: 5000, markdown: 2000, html: 2000 }
const FILES = {
  har: { type: 'application/json', ending: 'har' },
  markdown: { type: 'text/markdown', ending: 'md' },
  html: { type: 'text/html', ending: 'html' },
}

export async function loadExport(bridge: Bridge, { format, secrets, ids, filter }: ExportRequest): Promise<Export> {
  const { type, ending } = FILES[format]
  const selection = { ...filter, ...(ids !== undefined && { ids: [...ids] }), secrets, limit: MOST[format] }
  const { text, count } = await load(bridge, format, selection)
  const day = new Date().toISOString().slice(0, 10)
  return { file: new Blob([text], { type: `${type};charset=utf-8` }), count, name: `valetkey-traffic-${day}.${ending}` }
}

type Selection = ExchangeFilter & { readonly ids?: number[]; readonly secrets: boolean; readonly limit: number }

async function load(bridge: Bridge, format: ExportFormat, selection: Selection) {
  if (format === 'har') {
    const har = await bridge.call('exchanges.har', selection)
    return { text: `${JSON.stringify(har, null, 2)}\n`, count: har.log.entries.length }
  }
  const { text, exchanges } = await bridge.call('exchanges.report', { ...selection, format })
  return { text, count: exchanges }
}
