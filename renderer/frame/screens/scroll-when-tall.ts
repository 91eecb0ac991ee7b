/** What a person does who wants to be somewhere else. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Scrolls there as soon as there is enough to scroll: what a screen shows may still have to be fetched. */
export function scrollWhenTall(box: HTMLElement, top: number): () => void {
  box.scrollTop = top
  if (reached()) return () => undefined

  const content = new ResizeObserver(() => {
    box.scrollTop = top
    if (reached()) stop()
  })
  const screen = new MutationObserver(observeContent)

  function observeContent(): void {
    content.disconnect()
    for (const child of box.children) content.observe(child)
  }

  function reached(): boolean {
    return Math.abs(box.scrollTop - top) < 1
  }

  function stop(): void {
    content.disconnect()
    screen.disconnect()
    for (const move of OWN_MOVES) removeEventListener(move, stop, true)
  }

  screen.observe(box, { childList: true })
  observeContent()
  for (const move of OWN_MOVES) addEventListener(move, stop, { capture: true, passive: true })
  return stop
}
