/** When a batch is put on the screen: with the next picture, or now and then where nobody looks. */
export type Schedule = (work: () => void) => void

const HIDDEN_PAUSE = 250

export function scheduleFrame(work: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(work)
  // A hidden page gets no pictures, and what arrives must not pile up until it is looked at again.
  else setTimeout(work, HIDDEN_PAUSE)
}
