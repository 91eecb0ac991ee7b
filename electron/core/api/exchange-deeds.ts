import { checkShape } from '#shared/contract/check-shape.ts'
import { harFile } from '#shared/har/har-file.ts'
import { readHar } from '#shared/har/read-har.ts'
import { buildHtmlReport } from '#shared/har/report/build-html-report.ts'
import { buildMarkdownReport } from '#shared/har/report/build-markdown-report.ts'

import type { ApiDependencies } from './dependencies.ts'
import { assertNoFindings, notFound } from './failures.ts'
import type { Handler } from './handlers.ts'
import { createResend } from './resend/resend.ts'

type Deed = 'exchanges.annotate' | 'exchanges.resend' | 'exchanges.import' | 'exchanges.report'

const DEFAULT_REPORT_LIMIT = 500
const REPORTS = { markdown: buildMarkdownReport, html: buildHtmlReport }

export function exchangeDeedHandlers(dependencies: ApiDependencies): { readonly [Name in Deed]: Handler<Name> } {
  const { recorder } = dependencies
  const resend = createResend(dependencies)
  return {
    'exchanges.annotate': async ({ id, annotation }) => {
      const exchange = await recorder.annotateStored(id, annotation)
      if (exchange === undefined) throw notFoundExchange(id)
      return exchange
    },
    'exchanges.resend': async ({ id, draft }) => {
      const exchange = await recorder.get(id)
      if (exchange === undefined) throw notFoundExchange(id)
      return resend(exchange, draft)
    },
    'exchanges.import': async ({ har, file, from = 0, dryRun = false }) => {
      assertNoFindings(checkHar(har, from))
      const parsed = harFile.parse(har)
      const exchanges = readHar(parsed)
      const leftOut = parsed.log.entries.length - exchanges.length
      if (dryRun) return { imported: 0, leftOut, signIns: 0 }
      const imported = await recorder.import(exchanges, file)
      const signIns = new Set(imported.map(({ signIn }) => signIn).filter((signIn) => signIn !== undefined)).size
      const [first, last] = [imported[0]?.id, imported.at(-1)?.id]
      return { imported: imported.length, leftOut, signIns, ...(first !== undefined && { first, last }) }
    },
    'exchanges.report': async ({
      format = 'markdown',
      secrets = false,
      limit = DEFAULT_REPORT_LIMIT,
      ...selection
    }) => {
      const exchanges = await recorder.collect(selection, limit)
      return { text: REPORTS[format](exchanges, { secrets }), exchanges: exchanges.length }
    },
  }
}

/** Each with its place in the file, also when that came in parts. */
function checkHar(har: unknown, from: number) {
  return checkShape(harFile, har, ['har']).map(({ path, message }) => ({
    path: path.replace(
      /^har\.log\.entries\[(\d+)\]/,
      (_all, index: string) => `har.log.entries[${Number(index) + from}]`,
    ),
    message,
  }))
}

function notFoundExchange(id: number) {
  return notFound('exchange', String(id), 'It was deleted, has expired, or has not come yet.')
}
