/** When a batch is put on the screen: with the next picture, or now and then where nobody looks. */
export type Schedule = (work: () => void) => void

const HIDDEN_PAUSE = 250
/** More often nobody can read what changes. */
const PACE = 100

export function scheduleFrame(work: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(work)
  // A hidden page gets no pictures, and what arrives must not pile up until it is looked at again.
  else setTimeout(work, HIDDEN_PAUSE)
}

/** The first at once, and then no more than so many a second. */
export function schedulePaced(pace = PACE): Schedule {
  let last = Number.NEGATIVE_INFINITY
  return (work) => {
    const rest = pace - (performance.now() - last)
    const run = () => {
      last = performance.now()
      work()
    }
    if (rest <= 0) scheduleFrame(run)
    else setTimeout(() => scheduleFrame(run), rest)
  }
}
