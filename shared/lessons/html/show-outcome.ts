/** What became of a step: refused, checked, learnt. */
import type { Check } from '../../flows/flow.ts'
import { explain } from '../../teach/entries.ts'
import type { Lesson, LessonStep } from '../lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { link, links, richText, rows, secretMark, showValue } from './pieces.ts'

export function showRefusal({ shown, run, refusal }: LessonStep): Markup {
  const { error, failure, again, state } = run
  if (error === undefined) {
    return html`${failure !== undefined && html`<div class="box bad"><p class="title">${TEXT.failure}</p><p>${failure}</p></div>`}
    ${again !== undefined && html`<div class="box accent"><p>${again.reason} ${TEXT.again(again.after)}</p></div>`}`
  }
  if (state !== 'failed') return html``
  return html`<section class="part">
    <h3>${TEXT.refused}</h3>
    <div class="box bad">
      <p class="title"><code>${error.code}</code></p>
      ${error.description !== undefined && html`<p>${shown.to === 'api' ? TEXT.said.api : TEXT.said.issuer}: ${error.description}</p>`}
      ${refusal?.reason !== undefined && html`<p>${TEXT.reason}: <b>${refusal.reason}</b></p>`}
    </div>
    ${refusal !== undefined && explainIt(refusal)}
  </section>`
}

function explainIt({ title, summary, why, comparison, fixes, specs }: NonNullable<LessonStep['refusal']>): Markup {
  return html`<h4>${TEXT.meaning}</h4>
    ${title !== undefined && html`<p class="title">${title}</p>`}
    <p>${richText(summary)}</p>
    ${
      comparison !== undefined &&
      html`<dl class="compared">
      <dt>${TEXT.sentValue}</dt>
      <dd class="bad">${comparison.sent}</dd>
      ${comparison.registered.slice(0, 3).map((value) => html`<dt>${TEXT.registered}</dt><dd>${value}</dd>`)}
    </dl>`
    }
    ${why.length > 0 && html`<p class="soft">${richText(why)}</p>`}
    ${
      fixes.length > 0 &&
      html`<h4>${TEXT.fixes}</h4>
      <ul>
        ${fixes.map((fix) => html`<li>${richText(fix)}</li>`)}
      </ul>`
    }
    ${specs.length > 0 && html`<p class="small">${links(specs)}</p>`}`
}

const SIGNS: Readonly<Record<Check['outcome'], string>> = { passed: '✓', failed: '✕', skipped: '–' }

export function showChecks({ run: { checks } }: LessonStep): Markup {
  if (checks.length === 0) return html``
  const counted = checks.filter(({ outcome }) => outcome !== 'skipped')
  const passed = counted.filter(({ outcome }) => outcome === 'passed')
  return html`<section class="part">
    <h3>${TEXT.checks} <span class="aside">${TEXT.passed(passed.length, counted.length)}</span></h3>
    <ul class="checks">
      ${checks.map(showCheck)}
    </ul>
  </section>`
}

function showCheck({ title, outcome, expected, found, explanation, spec }: Check): Markup {
  // Where both are the same, once is enough.
  const shown = outcome === 'passed' ? (found ?? expected) : undefined
  return html`<li class="${outcome}">
    <span class="sign" aria-hidden="true">${SIGNS[outcome]}</span>
    <div>
      <p><span class="hidden">${TEXT.outcomes[outcome]}: </span><b>${title}</b> <span class="small">${link(spec)}</span></p>
      ${shown !== undefined && html`<p class="value">${shown}</p>`}
      ${
        outcome === 'failed' &&
        html`<dl class="compared">
        ${expected !== undefined && html`<dt>${TEXT.expected}</dt><dd>${expected}</dd>`}
        ${found !== undefined && html`<dt>${TEXT.found}</dt><dd>${found}</dd>`}
      </dl>`
      }
      ${explanation !== undefined && html`<p class="small soft">${explanation}</p>`}
    </div>
  </li>`
}

/** What stands among the tokens is taken apart there. */
export function showLearned({ known, tokens }: Lesson, { run }: LessonStep): Markup {
  const apart = new Set(tokens.flatMap(({ name, jwt }) => (jwt === undefined ? [] : [name])))
  const values = run.learned.flatMap((name) => {
    const entry = known[name]
    return entry === undefined || apart.has(name) ? [] : [{ name, ...entry }]
  })
  if (values.length === 0) return html``
  return html`<section class="part">
    <h3>${TEXT.learned}</h3>
    ${rows(
      values.map(({ name, value, secret = false }) => ({
        name,
        value: showValue(value),
        entry: explain(name),
        mark: secret ? secretMark() : undefined,
      })),
    )}
  </section>`
}
