/** What recurs in the page. */
import type { Actor } from '../../flows/flow.ts'
import { MASK } from '../../har/mask.ts'
import type { Entry } from '../../teach/entry.ts'
import type { Link, RichText } from '../../teach/lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'

export function richText(text: RichText): Markup {
  return html`${text.map((piece) => (typeof piece === 'string' ? piece : html`<code>${piece.code}</code>`))}`
}

/** To the web and nowhere else, whatever the lesson says. */
export function link({ label, href }: Link): Markup {
  if (!/^https?:\/\//i.test(href)) return html`${label}`
  return html`<a class="out" href="${href}" target="_blank" rel="noopener noreferrer">${label}</a>`
}

export function links(all: readonly Link[]): Markup {
  return html`${all.map((one, index) => html`${index > 0 && ' · '}${link(one)}`)}`
}

export function chip(actor: Actor, name: string): Markup {
  return html`<span class="chip ${actor}">${name}</span>`
}

export interface Row {
  readonly name: string
  readonly value: string
  readonly entry?: Entry | undefined
  readonly mark?: Markup | undefined
  readonly isChanged?: boolean | undefined
  /** Under the value. */
  readonly note?: Markup | undefined
}

/** Names, values, and what they mean. */
export function rows(all: readonly Row[]): Markup {
  if (all.length === 0) return html``
  return html`<dl class="rows">
    ${all.map(
      ({ name, value, entry, mark, isChanged = false, note }) =>
        html`<div class="${isChanged ? 'row changed' : 'row'}">
          <dt><code>${name}</code>${mark}</dt>
          <dd class="value">${value}${value === MASK && html` <i class="masked">${TEXT.maskedMark}</i>`}</dd>
          ${note !== undefined && html`<dd class="note">${note}</dd>`}
          ${entry !== undefined && html`<dd class="note">${explained(entry)}</dd>`}
        </div>`,
    )}
  </dl>`
}

function explained({ summary, specs: [spec] }: Entry): Markup {
  return html`${summary} ${spec !== undefined && link(spec)}`
}

export function folded(title: string, text: string): Markup {
  return html`<details>
    <summary>${title}</summary>
    <pre>${text}</pre>
  </details>`
}

export function secretMark(): Markup {
  return html` <span class="secret" title="${TEXT.secret}">${TEXT.secretMark}</span>`
}

export function showValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : 0)
}
