/**
 * A lesson as one page that needs nothing beside it and asks nobody for anything. Its policy lets through the one
 * style and the one script that stand here, by their hashes, and nothing else: should a value from the wire ever get
 * out of its place, it would still not run. Without a script, it is one long page.
 */
import type { Lesson } from '../lesson.ts'
import { embed } from '../embedded.ts'
import { formatMoment } from '../format-moment.ts'
import { TEXT } from '../text.ts'
import { drawDiagram } from './draw-diagram.ts'
import { html, type Markup, raw } from './markup.ts'
import { chip, links, richText } from './pieces.ts'
import { SCRIPT } from './script.ts'
import { showStep, showWay } from './show-step.ts'
import { buildStyle } from './style.ts'

export async function renderPage(lesson: Lesson): Promise<string> {
  const { flow, steps } = lesson
  const diagram = drawDiagram(lesson)
  const style = buildStyle(diagram.width)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await buildPolicy(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${TEXT.product}">
<title>${flow.title} · ${TEXT.product}</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
${showHead(lesson)}
<main>
<nav class="card contents" aria-labelledby="contents-title">
<h2 id="contents-title">${TEXT.steps}</h2>
<ol>${steps.map((step, index) => showEntry(lesson, step, index))}</ol>
</nav>
<section class="card picture" aria-labelledby="diagram-title">
<h2 id="diagram-title">${TEXT.diagram}</h2>
<div class="scroll" tabindex="0" role="group" aria-labelledby="diagram-title">${diagram.svg}</div>
</section>
<div class="steps">${steps.map((step, index) => showStep(lesson, step, index))}</div>
</main>
${showFoot(steps.length)}
${raw(embed(lesson))}
<script>${raw(SCRIPT)}</script>
</body>
</html>
`
  return page.markup
}

function showHead(lesson: Lesson): Markup {
  const { flow, run, isMasked } = lesson
  return html`<header class="top">
<div class="heading">
<h1>${flow.title}</h1>
<p class="faint"><span class="badge ${flow.verdict.tone}">${flow.verdict.label}</span> ${TEXT.recorded(formatMoment(run.createdAt))}. ${flow.summary}</p>
</div>
<details class="about">
<summary>${isMasked ? TEXT.masked : TEXT.open} · ${TEXT.who} · ${TEXT.about}</summary>
<div class="about-body">
<div class="box ${isMasked ? 'good' : 'warn'}"><p class="title">${isMasked ? TEXT.masked : TEXT.open}</p><p>${isMasked ? TEXT.maskedText : TEXT.openText}</p></div>
<dl class="facts">${showFacts(lesson)}</dl>
<div><p>${richText(flow.verdict.text)}</p><p class="small">${links(flow.specs)}</p></div>
</div>
</details>
</header>`
}

function showFacts({ choice, names, layers, run, flow }: Lesson): Markup {
  const facts: readonly (readonly [string, Markup | string | undefined])[] = [
    [TEXT.application, chip('client', `${names.client} (${choice.client_id})`)],
    [TEXT.secondApplication, choice.second_client_id],
    [TEXT.user, flow.lanes.includes('user') ? chip('user', `${names.user} (${choice.user})`) : undefined],
    [TEXT.api, choice.api === undefined ? TEXT.noApi : chip('api', `${names.api} (${choice.api})`)],
    [TEXT.scope, choice.scope.length === 0 ? TEXT.noScope : choice.scope.join(' ')],
    [TEXT.variant, choice.variant],
    [TEXT.layers, layers.length === 0 ? TEXT.noLayers : layers.map(({ title }) => title).join(', ')],
    [TEXT.end, TEXT.ends[run.state]],
  ]
  return html`${facts.map(([term, value]) => value !== undefined && html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}`
}

function showEntry({ names }: Lesson, step: Lesson['steps'][number], index: number): Markup {
  const { shown, run } = step
  return html`<li><a class="entry ${run.state}" href="#step-${index + 1}" data-step="${index}">
<span class="number" aria-hidden="true">${index + 1}</span>
<span><span class="name">${shown.title}</span><span class="hidden">, ${TEXT.states[run.state]}</span><span class="way">${showWay(step, names)}</span></span>
</a></li>`
}

/** Only a script can do what it is for, so it is a script that shows it. */
function showFoot(count: number): Markup {
  return html`<footer class="walk" aria-label="${TEXT.walk}" data-position="${TEXT.position}" data-all="${TEXT.all}" data-one="${TEXT.one}" hidden>
<button type="button" data-act="back" aria-keyshortcuts="ArrowLeft">${TEXT.back}</button>
<progress aria-label="${TEXT.progress}" max="${count}" value="1"></progress>
<output aria-live="polite"></output>
<button type="button" data-act="all" class="quiet">${TEXT.all}</button>
<button type="button" data-act="next" class="primary" aria-keyshortcuts="ArrowRight" title="${TEXT.keys}">${TEXT.next} <kbd aria-hidden="true">→</kbd></button>
</footer>`
}

async function buildPolicy(css: string): Promise<string> {
  const [style, script] = await Promise.all([hash(css), hash(SCRIPT)])
  return [
    "default-src 'none'",
    `style-src ${style}`,
    `script-src ${script}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

async function hash(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return `'sha256-${btoa(String.fromCharCode(...digest))}'`
}
