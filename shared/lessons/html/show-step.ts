import type { Names } from '../../sequence/build-sequence.ts'
import type { Lesson, LessonStep } from '../lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'
import { chip, links, richText } from './pieces.ts'
import { showAnswer, showArrival, showRequest } from './show-message.ts'
import { showChecks, showLearned, showRefusal } from './show-outcome.ts'
import { showTokens } from './show-tokens.ts'

export function showStep(lesson: Lesson, step: LessonStep, index: number): Markup {
  const { shown, run } = step
  const { what, goesWrong, specs } = shown.teach
  return html`<article id="step-${index + 1}" class="step card" data-step="${index}" tabindex="-1" aria-labelledby="title-${index + 1}">
    <header>
      <h2 id="title-${index + 1}"><span class="faint">${index + 1}.</span> ${shown.title}</h2>
      <p class="who">${showWay(step, lesson.names)} <span class="state ${run.state}">${TEXT.states[run.state]}</span></p>
    </header>
    <p>${richText(what)}</p>
    ${run.state === 'skipped' && html`<div class="box"><p>${TEXT.skipped}</p></div>`}
    ${
      goesWrong !== undefined &&
      html`<div class="box warn"><p class="title">${TEXT.wrong}</p><p>${richText(goesWrong)}</p></div>`
    }
    ${showRequest(step)} ${showRefusal(step)} ${showAnswer(step)} ${showArrival(step)} ${showChecks(step)}
    ${showLearned(lesson, step)} ${showTokens(lesson, step)}
    ${specs.length > 0 && html`<p class="small faint">${TEXT.written}: ${links(specs)}</p>`}
  </article>`
}

export function showWay({ shown: { from, to } }: Pick<LessonStep, 'shown'>, names: Names): Markup {
  if (from === to) return chip(from, TEXT.locally(names[from]))
  return html`${chip(from, names[from])} <span aria-hidden="true">→</span><span class="hidden">${TEXT.to}</span> ${chip(to, names[to])}`
}
