import type { PointerEvent } from 'react'

/** Gives what is cut off its whole text as a title, once the pointer comes over it. */
export function revealCutOff(event: PointerEvent): void {
  const cut = event.target instanceof Element ? event.target.closest('.truncate') : null
  if (!(cut instanceof HTMLElement)) return
  if (cut.scrollWidth > cut.clientWidth) cut.title = cut.textContent
  else cut.removeAttribute('title')
}
