import { type ExchangeIndex, placeOf } from './exchange-index.ts'

export type Order = 'newest-first' | 'newest-last'

export interface ExchangeEntry {
  readonly kind: 'exchange'
  readonly id: number
  readonly isInGroup: boolean
}

/** The heading of what belongs to one sign-in. */
export interface GroupEntry {
  readonly kind: 'group'
  readonly signIn: string
  readonly count: number
  readonly failures: number
  readonly isOpen: boolean
}

export type ListEntry = ExchangeEntry | GroupEntry

/** What stands at which place of the list, without a row of it being made before it is looked at. */
export interface Arrangement {
  readonly length: number
  at(place: number): ListEntry | undefined
  /** -1 when it is not there. */
  find(key: string): number
}

export interface Arranging {
  readonly order: Order
  readonly isGrouped: boolean
  readonly isOpen: (signIn: string) => boolean
}

export const EMPTY: Arrangement = { length: 0, at: () => undefined, find: () => -1 }

export function keyOf(entry: ListEntry): string {
  return entry.kind === 'exchange' ? String(entry.id) : groupKey(entry.signIn)
}

function groupKey(signIn: string): string {
  return `sign-in ${signIn}`
}

export function arrange(index: ExchangeIndex, { order, isGrouped, isOpen }: Arranging): Arrangement {
  return isGrouped ? arrangeGrouped(index, order, isOpen) : arrangeFlat(index, order)
}

function arrangeFlat({ ids }: ExchangeIndex, order: Order): Arrangement {
  const length = ids.length
  const turn = (place: number) => (order === 'newest-last' ? place : length - 1 - place)
  return {
    length,
    at(place) {
      const id = ids[turn(place)]
      return id === undefined || place < 0 || place >= length ? undefined : { kind: 'exchange', id, isInGroup: false }
    },
    find(key) {
      const place = placeOf(ids, Number(key))
      return ids[place] === Number(key) && place < length ? turn(place) : -1
    },
  }
}

interface Block {
  /** 0 for an exchange that belongs to no sign-in, which stands alone. */
  readonly signIn: number
  readonly ids: number[]
  failures: number
}

/** Sign-ins by when they began: a list that is read must not change its order. */
function arrangeGrouped(index: ExchangeIndex, order: Order, isOpen: Arranging['isOpen']): Arrangement {
  const blocks = buildBlocks(index)
  const placeOfSignIn = new Map<string, number>()
  const starts: number[] = []
  const isForward = order === 'newest-last'
  const turn = (place: number) => (isForward ? place : blocks.length - 1 - place)
  const open = blocks.map(({ signIn }) => signIn === 0 || isOpen(index.nameOf(signIn)))
  let length = 0
  for (let place = 0; place < blocks.length; place += 1) {
    const block = blocks[turn(place)]
    if (block === undefined) continue
    starts.push(length)
    if (block.signIn !== 0) placeOfSignIn.set(index.nameOf(block.signIn), place)
    length += (block.signIn === 0 ? 0 : 1) + (open[turn(place)] === true ? block.ids.length : 0)
  }
  const total = length

  function blockAt(place: number): number {
    const after = placeOf(starts, place + 1)
    return after - 1
  }

  return {
    length: total,
    at(place) {
      if (place < 0 || place >= total) return undefined
      const number = blockAt(place)
      const block = blocks[turn(number)]
      if (block === undefined) return undefined
      const inside = place - (starts[number] ?? 0) - (block.signIn === 0 ? 0 : 1)
      if (inside < 0) {
        const { signIn, ids, failures } = block
        const isShown = open[turn(number)] === true
        return { kind: 'group', signIn: index.nameOf(signIn), count: ids.length, failures, isOpen: isShown }
      }
      const id = block.ids[isForward ? inside : block.ids.length - 1 - inside]
      return id === undefined ? undefined : { kind: 'exchange', id, isInGroup: block.signIn !== 0 }
    },
    find(key) {
      const id = Number(key)
      if (Number.isNaN(id)) return starts[placeOfSignIn.get(key.slice(groupKey('').length)) ?? -1] ?? -1
      const at = placeOf(index.ids, id)
      if (index.ids[at] !== id) return -1
      const signIn = index.signIns[at] ?? 0
      const number = signIn === 0 ? turn(findSingle(blocks, id)) : (placeOfSignIn.get(index.nameOf(signIn)) ?? -1)
      const block = blocks[turn(number)]
      const start = starts[number]
      if (block === undefined || start === undefined) return -1
      if (signIn === 0) return start
      if (open[turn(number)] !== true) return start
      const inside = placeOf(block.ids, id)
      if (block.ids[inside] !== id) return -1
      return start + 1 + (isForward ? inside : block.ids.length - 1 - inside)
    },
  }
}

function buildBlocks({ ids, signIns, errors }: ExchangeIndex): readonly Block[] {
  const blocks: Block[] = []
  const known: (Block | undefined)[] = []
  for (let at = 0; at < ids.length; at += 1) {
    const signIn = signIns[at] ?? 0
    let block = signIn === 0 ? undefined : known[signIn]
    if (block === undefined) {
      block = { signIn, ids: [], failures: 0 }
      blocks.push(block)
      if (signIn !== 0) known[signIn] = block
    }
    block.ids.push(ids[at] ?? 0)
    block.failures += errors[at] ?? 0
  }
  return blocks
}

/** Blocks stand in the order of their first exchange. */
function findSingle(blocks: readonly Block[], id: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((blocks[middle]?.ids[0] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return low
}
