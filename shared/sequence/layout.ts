/** Where everything stands, in pixels: the one picture that the screen, the files and the tests are made from. */
import type { Lane, Message, Sequence } from './sequence.ts'

export interface LaidLane extends Lane {
  /** The middle, where its line is. */
  readonly x: number
  readonly width: number
}

export interface LaidMessage extends Message {
  readonly line: string
  readonly head: string
  readonly label: string
  readonly labelX: number
  readonly labelY: number
  readonly anchor: 'start' | 'middle'
  /** What lights up, and what can be pressed. */
  readonly band: Box
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Layout {
  readonly width: number
  /** Of the lanes' names alone. */
  readonly headHeight: number
  /** Without the head. */
  readonly bodyHeight: number
  readonly lanes: readonly LaidLane[]
  readonly messages: readonly LaidMessage[]
}

export const HEAD = { height: 44, top: 9, box: 26 } as const

const ROW = 30
const TOP = 4
const BOTTOM = 12
const EDGE = 12
const LABEL_CHARACTER = 6.1
const NAME_CHARACTER = 6.7
const LABEL_SPACE = 26
const LEAST_GAP = 88
const LOOP = { width: 20, height: 11, text: 28 } as const
/** From the top of a row to its line. */
const LINE = 21
const BAND_OUT = 16

/** As wide as its words need, or as wide as it is told. */
export function layoutSequence({ lanes, messages }: Sequence, leastWidth = 0): Layout {
  const gaps = widen(measureGaps(lanes, messages), lanes, messages, leastWidth)
  const laid = placeLanes(lanes, gaps)
  const width = widthOf(laid, messages, leastWidth)
  return {
    width,
    headHeight: HEAD.height,
    bodyHeight: TOP + messages.length * ROW + BOTTOM,
    lanes: laid,
    messages: messages.map((message, row) => placeMessage(message, TOP + row * ROW, laid)),
  }
}

export function textWidth(text: string, character = LABEL_CHARACTER): number {
  return Math.ceil([...text].length * character)
}

function nameWidth({ name }: Lane): number {
  return Math.max(64, textWidth(shortenName(name), NAME_CHARACTER) + 22)
}

/** A lane's name is a label, not a sentence. */
export function shortenName(name: string): string {
  const letters = [...name]
  return letters.length <= 18 ? name : `${letters.slice(0, 17).join('')}…`
}

/** Between each lane and the next: room for the names, and for what is written over the arrows. */
function measureGaps(lanes: readonly Lane[], messages: readonly Message[]): number[] {
  const gaps = lanes.slice(1).map((lane, index) => {
    const before = lanes[index]
    const names = before === undefined ? 0 : (nameWidth(before) + nameWidth(lane)) / 2 + 14
    return Math.max(LEAST_GAP, names)
  })
  for (const { first, last, space } of spansOf(lanes, messages)) {
    const missing = space - sum(gaps.slice(first, last))
    if (missing <= 0) continue
    for (let index = first; index < last; index++) gaps[index] = (gaps[index] ?? 0) + missing / (last - first)
  }
  return gaps
}

interface Span {
  readonly first: number
  readonly last: number
  readonly space: number
}

/** The narrow ones first, so that the wide ones ask for what is missing only. */
function spansOf(lanes: readonly Lane[], messages: readonly Message[]): readonly Span[] {
  const at = (id: string) => lanes.findIndex((lane) => lane.id === id)
  const spans = messages.map(({ from, to, label }) => {
    const [first = 0, last = 0] = [at(from), at(to)].toSorted((one, other) => one - other)
    if (first !== last) return { first, last, space: textWidth(label) + LABEL_SPACE }
    return { first, last: first + 1, space: textWidth(label) + LOOP.text + 10 }
  })
  return spans
    .filter(({ first, last }) => first >= 0 && last < lanes.length)
    .toSorted((one, other) => one.last - one.first - (other.last - other.first))
}

/** What is left over goes between the lanes. */
function widen(
  gaps: readonly number[],
  lanes: readonly Lane[],
  messages: readonly Message[],
  leastWidth: number,
): readonly number[] {
  const spare = leastWidth - widthOf(placeLanes(lanes, gaps), messages, 0)
  return spare <= 0 || gaps.length === 0 ? gaps : gaps.map((gap) => gap + spare / gaps.length)
}

function placeLanes(lanes: readonly Lane[], gaps: readonly number[]): readonly LaidLane[] {
  const [first] = lanes
  const start = EDGE + (first === undefined ? 0 : nameWidth(first) / 2)
  return lanes.map((lane, index) => ({
    ...lane,
    x: Math.round(start + sum(gaps.slice(0, index))),
    width: nameWidth(lane),
  }))
}

function widthOf(laid: readonly LaidLane[], messages: readonly Message[], leastWidth: number): number {
  const last = laid.at(-1)
  if (last === undefined) return leastWidth
  const loops = messages
    .filter(({ from, to }) => from === to && from === last.id)
    .map(({ label }) => last.x + LOOP.text + textWidth(label) + BAND_OUT)
  return Math.max(leastWidth, ...loops, Math.ceil(last.x + last.width / 2 + EDGE))
}

function placeMessage(message: Message, top: number, lanes: readonly LaidLane[]): LaidMessage {
  const x = (id: string) => lanes.find((lane) => lane.id === id)?.x ?? 0
  const [from, to] = [x(message.from), x(message.to)]
  return from === to ? placeLoop(message, top, from) : placeArrow(message, top, from, to)
}

function placeArrow(message: Message, top: number, from: number, to: number): LaidMessage {
  const y = top + LINE
  const side = Math.sign(to - from)
  const tip = to - side * 2
  const left = Math.min(from, to) - BAND_OUT
  return {
    ...message,
    line: `M${from} ${y}H${tip - side}`,
    head: `M${tip - side * 7} ${y - 4}L${tip} ${y}L${tip - side * 7} ${y + 4}`,
    labelX: (from + to) / 2,
    labelY: y - 6,
    anchor: 'middle',
    band: { x: left, y: top + 2, width: Math.abs(to - from) + 2 * BAND_OUT, height: ROW - 4 },
  }
}

function placeLoop(message: Message, top: number, x: number): LaidMessage {
  const y = top + (ROW - LOOP.height) / 2
  const bottom = y + LOOP.height
  return {
    ...message,
    line: `M${x} ${y}H${x + LOOP.width}V${bottom}H${x + 3}`,
    head: `M${x + 9} ${bottom - 4}L${x + 2} ${bottom}L${x + 9} ${bottom + 4}`,
    labelX: x + LOOP.text,
    labelY: y + LOOP.height / 2 + 4,
    anchor: 'start',
    band: {
      x: x - BAND_OUT,
      y: top + 2,
      width: LOOP.text + textWidth(message.label) + 2 * BAND_OUT,
      height: ROW - 4,
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
