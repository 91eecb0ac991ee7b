/** The sequence diagram; each of its messages leads to its step, with a script or without. */
import { buildSequence, stepOfMessage } from '../../sequence/build-sequence.ts'
import { HEAD, type LaidLane, type LaidMessage, layoutSequence, shortenName } from '../../sequence/layout.ts'
import { describeMessage } from '../../sequence/sequence.ts'
import type { Lesson } from '../lesson.ts'
import { TEXT } from '../text.ts'
import { html, type Markup } from './markup.ts'

export interface Drawing {
  readonly svg: Markup
  readonly width: number
}

export function drawDiagram({ flow, steps, names }: Lesson): Drawing {
  const shown = steps.map((step) => step.shown)
  const sequence = buildSequence(
    flow,
    shown,
    names,
    steps.map(({ run }) => run),
  )
  const { width, headHeight, bodyHeight, lanes, messages } = layoutSequence(sequence)
  const height = headHeight + bodyHeight
  const actors = new Map(sequence.lanes.map(({ id, actor }) => [id, actor]))
  const svg = html`<svg class="diagram" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${TEXT.diagram}">
    ${lanes.map((lane) => drawLane(lane, height))}
    <g transform="translate(0 ${headHeight})">
      ${messages.map((message) =>
        drawMessage(message, {
          actor: actors.get(message.from) ?? 'client',
          index: shown.findIndex(({ id }) => id === stepOfMessage(message.id)),
          name: describeMessage(sequence, message),
        }),
      )}
    </g>
  </svg>`
  return { svg, width }
}

function drawLane({ actor, name, x, width }: LaidLane, height: number): Markup {
  return html`<g class="lane ${actor}">
    <path class="line" d="M${x} ${HEAD.top + HEAD.box}V${height}" />
    <rect x="${x - width / 2}" y="${HEAD.top}" width="${width}" height="${HEAD.box}" rx="8" />
    <text x="${x}" y="${HEAD.top + 17}" text-anchor="middle">${shortenName(name)}</text>
  </g>`
}

interface Told {
  readonly actor: string
  readonly index: number
  /** Who says what to whom. */
  readonly name: string
}

function drawMessage(message: LaidMessage, { actor, index, name }: Told): Markup {
  const { line, head, label, labelX, labelY, anchor, band, state } = message
  return html`<a class="message ${actor} ${state}" href="#step-${index + 1}" data-step="${index}" aria-label="${name}">
    <rect x="${band.x}" y="${band.y}" width="${band.width}" height="${band.height}" rx="8" />
    <path class="stroke dashes" d="${line}" /><path class="stroke" d="${head}" />
    <text x="${labelX}" y="${labelY}" text-anchor="${anchor}">${label}</text>
  </a>`
}
