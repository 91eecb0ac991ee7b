import { HEAD, type LaidLane, type LaidMessage, type Layout, shortenName } from '#shared/sequence/layout.ts'
import type { Palette } from './palette.ts'
import type { MessageState } from '#shared/sequence/sequence.ts'

/** The diagram as a file that needs nothing beside it. */
export function toSvg(layout: Layout, palette: Palette, title: string): string {
  const { width, headHeight, bodyHeight, lanes, messages } = layout
  const height = headHeight + bodyHeight
  const actorOf = new Map(lanes.map((lane) => [lane.id, palette.actors[lane.actor]]))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="Inter, 'Liberation Sans', system-ui, sans-serif" font-size="11">`,
    `<title>${escape(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${palette.ground}"/>`,
    ...lanes.map((lane) => drawLane(lane, height, palette)),
    `<g transform="translate(0 ${headHeight})">`,
    ...messages.map((message) => drawMessage(message, actorOf.get(message.from) ?? palette.ink, palette)),
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

function drawLane({ actor, name, x, width }: LaidLane, height: number, palette: Palette): string {
  const colour = palette.actors[actor]
  const box = `<rect x="${x - width / 2}" y="${HEAD.top}" width="${width}" height="${HEAD.box}" rx="8" fill="${palette.ground}" stroke="${colour}" stroke-width="1.25"/>`
  const text = `<text x="${x}" y="${HEAD.top + 17}" text-anchor="middle" font-size="11.5" font-weight="600" fill="${colour}">${escape(shortenName(name))}</text>`
  return `<path d="M${x} ${HEAD.top + HEAD.box}V${height}" stroke="${palette.line}"/>${box}${text}`
}

function drawMessage(message: LaidMessage, actor: string, palette: Palette): string {
  const { line, head, label, labelX, labelY, anchor, band, state } = message
  const colour = colourOf(state, actor, palette)
  const dash = DASHES[state]
  const light =
    state === 'current'
      ? `<rect x="${band.x}" y="${band.y}" width="${band.width}" height="${band.height}" rx="8" fill="${palette.accentSoft}"/>`
      : ''
  const stroke = `fill="none" stroke="${colour}" stroke-width="${state === 'current' ? 2.2 : 1.6}"`
  const text = `<text x="${labelX}" y="${labelY}" text-anchor="${anchor}" stroke="${state === 'current' ? palette.accentSoft : palette.ground}" stroke-width="4" paint-order="stroke" fill="${inkOf(state, palette)}"${state === 'current' ? ' font-weight="700"' : ''}${state === 'skipped' ? ' text-decoration="line-through"' : ''}>${escape(label)}</text>`
  return `${light}<path d="${line}" ${stroke}${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}/><path d="${head}" ${stroke}/>${text}`
}

export const DASHES: Readonly<Record<MessageState, string | undefined>> = {
  done: undefined,
  current: undefined,
  failed: undefined,
  coming: '4 3',
  skipped: '1.5 4',
}

function colourOf(state: MessageState, actor: string, palette: Palette): string {
  if (state === 'done') return actor
  if (state === 'current') return palette.accent
  return state === 'failed' ? palette.bad : palette.line
}

function inkOf(state: MessageState, palette: Palette): string {
  if (state === 'current') return palette.accent
  if (state === 'failed') return palette.bad
  return state === 'done' ? palette.ink : palette.faint
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
