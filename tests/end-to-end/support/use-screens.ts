import { afterAll, afterEach, beforeAll } from 'vitest'

import { openScreens } from './open-screens.ts'
import type { Screens, ScreensOptions } from './screens.ts'
import { noShell } from './shell.ts'

/**
 * One program and one window for all tests of a file (or of a `describe`), opened before the first. Each test fails on
 * what the browser complained of meanwhile. Nothing is opened where there is no shell.
 */
export function useScreens(options?: ScreensOptions): Screens {
  let screens: Screens | undefined
  beforeAll(async () => {
    if (!noShell) screens = await openScreens(options)
  })
  afterEach(() => screens?.assertNoComplaints())
  afterAll(async () => screens?.[Symbol.asyncDispose]())

  function opened(): Screens {
    if (!screens) throw new Error('the screens are open only while tests run')
    return screens
  }
  return {
    get shell() {
      return opened().shell
    },
    get page() {
      return opened().page
    },
    get program() {
      return opened().program
    },
    get origin() {
      return opened().origin
    },
    goto: (path) => opened().goto(path),
    restart: () => opened().restart(),
    userAgent: () => opened().userAgent(),
    call: (name, input) => opened().call(name, input),
    expectComplaint: (pattern) => opened().expectComplaint(pattern),
    assertNoComplaints: () => opened().assertNoComplaints(),
    [Symbol.asyncDispose]: () => opened()[Symbol.asyncDispose](),
  }
}
