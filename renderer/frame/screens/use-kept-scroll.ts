import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'wouter'

import { placeAt } from '../places.ts'
import { createScrollMemory } from './scroll-memory.ts'
import { scrollWhenTall } from './scroll-when-tall.ts'

const memory = createScrollMemory()

/** The screens scroll inside the frame, so what a browser does for a page by itself has to be done here. */
export function useKeptScroll(ref: RefObject<HTMLElement | null>): void {
  const [path] = useLocation()
  const place = placeAt(path)?.id
  const before = useRef<string | undefined>(undefined)

  useEffect(() => {
    const main = ref.current
    if (!main) return
    const keep = () => memory.keep(main.scrollTop)
    main.addEventListener('scroll', keep, { passive: true })
    addEventListener('pagehide', memory.save)
    return () => {
      main.removeEventListener('scroll', keep)
      removeEventListener('pagehide', memory.save)
    }
  }, [ref])

  useLayoutEffect(() => {
    const main = ref.current
    const isSamePlace = before.current === place
    before.current = place
    const kept = memory.enter()
    // Choosing a row of a list leads to another address, and the list stays where it is.
    if (!main || (isSamePlace && kept === undefined)) return
    return scrollWhenTall(main, kept ?? 0)
  }, [ref, path, place])
}
