/** A page that needs nothing but itself: no script, nothing loaded, and every text escaped. */
import { themeCss } from '#shared/theme/tokens.ts'
import type { Exchange } from '#shared/model/exchange.ts'

import {
  buildSections,
  describeReport,
  describeSection,
  REPORT_TITLE,
  type ReportItem,
  type ReportOptions,
  type ReportSection,
} from './report.ts'

const STYLE = `${themeCss()}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.5 var(--font);padding:28px 18px}
main{max-width:1080px;margin:0 auto}
h1{font-size:22px;margin:0 0 4px}
h2{font-size:16px;margin:28px 0 8px}
p{margin:4px 0;color:var(--ink-2)}
details{background:var(--panel);border:1px solid var(--line);border-radius:8px;margin:6px 0;break-inside:avoid-page}
summary{display:grid;grid-template-columns:auto auto minmax(0,1fr) auto auto;gap:0 12px;align-items:baseline;padding:7px 12px;cursor:pointer}
summary code{overflow-wrap:anywhere}
code,pre,.m{font-family:var(--mono);font-size:12.5px}
.t{color:var(--ink-3);white-space:nowrap}
.s{font-weight:600;color:var(--good)}
.bad .s{color:var(--bad)}
.in{padding:2px 12px 12px}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:9px 11px;margin:8px 0;white-space:pre-wrap;overflow-wrap:anywhere}
.e{background:var(--bad-soft);border-radius:8px;padding:8px 11px;margin:8px 0}
.e p,.n p{color:var(--ink)}
.n{background:var(--accent-soft);border-radius:8px;padding:8px 11px;margin:8px 0;white-space:pre-wrap}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@media (max-width:560px){summary{grid-template-columns:auto minmax(0,1fr) auto}.t{display:none}}
@media print{body{padding:0}details{border-color:#bbb}pre{font-size:10px}}
`

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

export function buildHtmlReport(exchanges: readonly Exchange[], options: ReportOptions = {}): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="color-scheme" content="light dark">
<title>${REPORT_TITLE}</title><style>${STYLE}</style></head><body><main>
<h1>${REPORT_TITLE}</h1>
<p>${text(describeReport(exchanges, options))}</p>
${buildSections(exchanges, options).map(writeSection).join('\n')}
</main></body></html>
`
}

function writeSection(section: ReportSection): string {
  return `<section><h2>${text(describeSection(section))}</h2>\n${section.items.map(writeItem).join('\n')}</section>`
}

/** Open, so that it prints whole. */
function writeItem(item: ReportItem): string {
  const { id, moment, request, status, took, isBad, note, mark, handover, sent, answered } = item
  const [time, duration] = [moment.slice(11, 23), took === undefined ? '' : `${Math.round(took)} ms`]
  return `<details open${isBad ? ' class="bad"' : ''}><summary><span class="t m">${id}</span><span class="t m">${time}</span><code>${text(request)}</code><span class="s m">${text(status)}</span><span class="t m">${duration}</span></summary><div class="in">
${mark === undefined ? '' : `<p>${text(mark)}</p>`}${note === undefined ? '' : `<div class="n">${text(note)}</div>`}${writeError(item)}${handover === undefined ? '' : `<p>Handed to the application: <code>${text(handover)}</code></p>`}<pre>${text(sent)}</pre><pre>${text(answered)}</pre></div></details>`
}

function writeError({ error }: ReportItem): string {
  if (error === undefined) return ''
  const { code, description, reason } = error
  return `<div class="e"><p><code>${text(code)}</code></p>${reason === undefined ? '' : `<p>Why: ${text(reason)}</p>`}${description === undefined ? '' : `<p>What the application was told: ${text(description)}</p>`}</div>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}
