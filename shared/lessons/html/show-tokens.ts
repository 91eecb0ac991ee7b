/** The tokens that a step brought, taken apart. */
import type { TokenView } from '../../flows/list-tokens.ts'
import type { EntryContext } from '../../teach/contexts.ts'
import { explain } from '../../teach/entries.ts'
import type { Lesson, LessonStep } from '../lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { rows, secretMark, showValue } from './pieces.ts'

export function showTokens({ tokens, known }: Lesson, { shown }: LessonStep): Markup {
  const own = tokens.filter(({ name, jwt }) => jwt !== undefined && known[name]?.from === shown.id)
  if (own.length === 0) return html``
  return html`<section class="part">
    <h3>${TEXT.tokens}</h3>
    ${own.map(showToken)}
  </section>`
}

function showToken({ name, text, isSecret, jwt, context, signature }: TokenView): Markup {
  return html`<div class="token">
    <h4><code>${name}</code>${isSecret && secretMark()}</h4>
    ${
      signature !== undefined &&
      signature.outcome !== 'skipped' &&
      html`<p class="small ${signature.outcome === 'passed' ? 'good' : 'bad'}">
      ${signature.outcome === 'passed' ? `✓ ${TEXT.valid}` : `✕ ${TEXT.invalid}`}
    </p>`
    }
    ${
      jwt === undefined
        ? html`<p class="soft">${TEXT.opaque}</p>`
        : html`<h5>${TEXT.header}</h5>
          ${members(jwt.header, 'JOSE header')}
          <h5>${TEXT.claims}</h5>
          ${members(jwt.claims, context)}`
    }
    <details>
      <summary>${TEXT.raw}</summary>
      <pre>${text}</pre>
    </details>
  </div>`
}

function members(all: Readonly<Record<string, unknown>>, context: EntryContext | undefined): Markup {
  return rows(
    Object.entries(all).map(([name, value]) => ({ name, value: showValue(value), entry: explain(name, { context }) })),
  )
}
