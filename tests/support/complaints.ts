/** What a browser complains of while a test runs; each complaint that the test did not expect fails it. */
import type { BrowserContext } from 'playwright'
import { expect } from 'vitest'

import { isLoopbackHost } from '#shared/oauth/loopback.ts'

export interface Complaints {
  add(complaint: string): void
  /** For a test that provokes a complaint of the browser on purpose. */
  expect(pattern: RegExp): void
  /** After each test: what was expected came, and nothing else. */
  assertNone(): void
  /** While the program is ended, a page may well complain that it is gone. */
  during(ending: () => Promise<void>): Promise<void>
}

export function createComplaints(): Complaints {
  let seen: string[] = []
  let expected: RegExp[] = []
  return {
    async during(ending) {
      const before = seen
      await ending()
      seen = before
    },
    add: (complaint) => void (seen = [...seen, complaint]),
    expect: (pattern) => void expected.push(pattern),
    assertNone() {
      const [complaints, patterns] = [seen, expected]
      ;[seen, expected] = [[], []]
      expect(complaints.filter((text) => !patterns.some((pattern) => pattern.test(text)))).toEqual([])
      for (const pattern of patterns) expect(complaints).toContainEqual(expect.stringMatching(pattern))
    },
  }
}

/**
 * Errors on the console, what the policy refused among them; errors of scripts; and requests that leave the machine.
 * `ownOrigin` is answered by the program itself wherever its name points to.
 */
export function watchContext(context: BrowserContext, complaints: Complaints, ownOrigin?: string): void {
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.add(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.add(`script: ${error.error().message}`))
  context.on('request', (request) => {
    const url = new URL(request.url())
    const stays = /^(data|blob):$/.test(url.protocol) || isLoopbackHost(url.hostname) || url.origin === ownOrigin
    if (!stays) complaints.add(`left this machine: ${url.protocol}//${url.host}`)
  })
}
