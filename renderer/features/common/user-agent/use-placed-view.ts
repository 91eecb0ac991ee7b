import { type RefObject, useEffect } from 'react'

import type { Bridge } from '#shared/frames/connect-frames.ts'

import { useBridge, useToasts } from '../../../stores/use-stores.tsx'
import { type Area, measureArea } from './measure-area.ts'
import { useIsCovered } from './use-is-covered.ts'

/** Keeps the program's view over a box of the screen, as long as the box is there and nothing lies over it. */
export function usePlacedView(ref: RefObject<HTMLElement | null>, isWanted: boolean): void {
  const bridge = useBridge()
  const isShown = !useIsCovered() && isWanted
  const messages = useToasts(({ toasts }) => toasts.length)

  useEffect(() => {
    const box = ref.current
    if (!box || !isShown) return
    return followBox(bridge, box)
  }, [bridge, ref, isShown, messages])
}

function followBox(bridge: Bridge, box: HTMLElement): () => void {
  let last = ''

  function place(): void {
    const area = measure(box)
    const text = JSON.stringify(area)
    if (text === last) return
    last = text
    show(bridge, area)
  }

  const observer = new ResizeObserver(place)
  observer.observe(box)
  observer.observe(document.documentElement)
  addEventListener('scroll', place, true)
  place()
  return () => {
    observer.disconnect()
    removeEventListener('scroll', place, true)
    show(bridge, undefined)
  }
}

function measure(box: HTMLElement): Area | undefined {
  const main = box.closest('main') ?? document.documentElement
  const messages = document.querySelector('[data-messages]:not(:empty)')
  return measureArea(box.getBoundingClientRect(), main.getBoundingClientRect(), messages?.getBoundingClientRect())
}

function show(bridge: Bridge, bounds: Area | undefined): void {
  // Without a connection the window is about to be loaded again, and is asked for its place then.
  bridge.call('userAgent.show', bounds === undefined ? {} : { bounds }).catch(() => undefined)
}
