import { describe, expect, it } from 'vitest'

import type { Exchange } from '#shared/model/exchange.ts'

import { buildHtmlReport } from './build-html-report.ts'
import { buildMarkdownReport } from './build-markdown-report.ts'

const EVIL = '<img src=x onerror=alert(1)>"\'`</pre><script>alert(2)</script>'

function exchange(rest: Partial<Exchange> = {}): Exchange {
  const url = 'http://localhost:4400/token'
  const body = { text: 'grant_type=password&password=hunter2', encoding: 'utf8', size: 36, truncated: false } as const
  return {
    id: 7,
    signIn: 'aa',
    direction: 'in',
    startedAt: Date.parse('2026-11-20T09:41:07.120Z'),
    duration: 5.4,
    endpoint: 'token',
    client_id: 'old-mail',
    user: 'alice',
    method: 'POST',
    url,
    status: 400,
    error: { code: 'invalid_grant', description: 'told', reason: 'kept' },
    request: { method: 'POST', url, httpVersion: '1.1', headers: [['Content-Type', 'text/plain']], body },
    response: { status: 400, statusText: 'Bad Request', headers: [], body: { ...body, text: '', size: 0 } },
    ...rest,
  }
}

describe('a report', () => {
  const BUILDERS = [
    ['Markdown', buildMarkdownReport],
    ['HTML', buildHtmlReport],
  ] as const

  it.each(BUILDERS)('as %s masks secrets unless they are asked for, and says which it did', (_name, build) => {
    expect(build([exchange()])).not.toContain('hunter2')
    expect(build([exchange()])).toContain('masked')
    expect(build([exchange()], { secrets: true })).toContain('hunter2')
    expect(build([exchange()], { secrets: true })).toContain('as they were')
  })

  it.each(BUILDERS)('as %s groups by sign-in, and says why something was refused', (_name, build) => {
    const text = build([exchange(), exchange({ id: 9, signIn: undefined, error: undefined, status: 200 })])
    expect(text.indexOf('Sign-in 1, old')).toBeGreaterThan(0)
    expect(text.indexOf('Outside of any sign-in')).toBeGreaterThan(text.indexOf('Sign-in 1'))
    for (const word of ['invalid_grant', 'kept', 'told']) expect(text).toContain(word)
  })

  it('as HTML holds no markup but its own, and loads nothing', () => {
    const html = buildHtmlReport([
      exchange({
        note: EVIL,
        url: `http://a.test/?${EVIL}`,
        client_id: EVIL,
        mark: { kind: 'imported', from: EVIL },
        error: { code: EVIL, description: EVIL, reason: EVIL },
        handover: { url: 'http://a.test/', via: 'query', parameters: { [EVIL]: EVIL } },
        request: { ...exchange().request, headers: [[EVIL, EVIL]], body: { ...exchange().request.body, text: EVIL } },
      }),
    ])
    expect(html).not.toMatch(
      /<(?!\/?(?:html|head|meta|title|style|body|main|h1|h2|p|section|details|summary|span|code|div|pre)\b|!doctype)/,
    )
    expect(html).toContain("default-src 'none'")
    expect(html).toContain('&lt;script&gt;')
  })

  it('as Markdown cannot be broken out of', () => {
    const markdown = buildMarkdownReport([
      exchange({
        note: `${EVIL}\n# big\n| a |`,
        request: { ...exchange().request, body: { ...exchange().request.body, text: 'a\n````\n# title\n```' } },
      }),
    ])
    const outside = markdown.replaceAll(/^(`{3,})http\n[\s\S]*?\n\1$/gm, '')
    expect(outside).not.toContain('# title')
    expect(outside).not.toMatch(/^# big/m)
    expect(outside).not.toMatch(/(?<!\\)<img/)
  })
})
