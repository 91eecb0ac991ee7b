/** What a step sent, and what came back. */
import { parseObject } from '../../flows/answer.ts'
import { contextOfStep } from '../../flows/context-of-step.ts'
import { type Change, listChanges } from '../../flows/draft-changes.ts'
import { readParameters } from '../../flows/draft.ts'
import type { Draft } from '../../flows/flow.ts'
import { writeAnswer, writeRequest } from '../../flows/write-message.ts'
import { explain } from '../../teach/entries.ts'
import { type LessonStep, sentBy } from '../lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { folded, type Row, rows, showValue } from './pieces.ts'

export function showRequest(step: LessonStep): Markup {
  const { shown, run } = step
  const sent = sentBy(step)
  if (sent === undefined) return html``
  const context = contextOfStep(shown, run.draft, 'request')
  const changes = run.draft === undefined ? [] : listChanges(run.draft, sent)
  const isSent = run.state !== 'coming' && run.state !== 'current'
  return html`<section class="part">
    <h3>${isSent ? TEXT.sent : TEXT.built}</h3>
    <p class="line"><b>${sent.method}</b> ${withoutQuery(sent)}</p>
    ${changes.length > 0 && showChanges(changes)}
    ${rows(
      readParameters(sent).map(([name, value]) => ({
        name,
        value,
        entry: explain(name, { context }),
        isChanged: changes.some((change) => change.what === 'parameter' && change.name === name),
      })),
    )}
    ${folded(TEXT.rawRequest, writeRequest(sent))}
  </section>`
}

/** The parameters stand below it. */
function withoutQuery({ url }: Draft): string {
  return url.split('?', 1)[0] ?? url
}

function showChanges(changes: readonly Change[]): Markup {
  return html`<div class="box accent">
    <p class="title">${TEXT.changed}</p>
    <ul>
      ${changes.map((change) => html`<li>${sayChange(change)}</li>`)}
    </ul>
  </div>`
}

function sayChange({ name, before, after }: Change): Markup {
  if (after === undefined) return html`${TEXT.removedOne(name)}`
  if (before === undefined) return html`${TEXT.addedOne(name)}`
  return html`${TEXT.changedOne(name)} ${TEXT.was} <del>${before}</del>`
}

export function showAnswer(step: LessonStep): Markup {
  const { shown, run } = step
  const { answer } = run
  if (answer === undefined) return html``
  const context = contextOfStep(shown, sentBy(step), 'response')
  const members: readonly Row[] = Object.entries(parseObject(answer.body) ?? {}).map(([name, value]) => ({
    name,
    value: showValue(value),
    entry: explain(name, { context }),
  }))
  return html`<section class="part">
    <h3>${TEXT.came}</h3>
    <p class="line"><b class="${answer.status < 400 ? 'good' : 'bad'}">${answer.status}</b> ${answer.statusText}</p>
    ${members.length > 0 ? rows(members) : showBody(answer.body)} ${folded(TEXT.rawAnswer, writeAnswer(answer))}
  </section>`
}

function showBody(body: string): Markup {
  return body === '' ? html`<p class="faint">${TEXT.empty}</p>` : html`<pre>${body}</pre>`
}

export function showArrival({ shown, run: { arrival } }: LessonStep): Markup {
  if (arrival === undefined || shown.kind !== 'arrival') return html``
  const context = contextOfStep(shown, undefined, 'response')
  return html`<section class="part">
    <h3>${TEXT.brought}</h3>
    <p class="line">${arrival.url}</p>
    <p class="faint">${TEXT.arrived[arrival.via]}</p>
    ${rows(
      Object.entries(arrival.parameters).map(([name, value]) => ({ name, value, entry: explain(name, { context }) })),
    )}
  </section>`
}
