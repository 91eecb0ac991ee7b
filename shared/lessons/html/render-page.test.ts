import { describe, expect, it } from 'vitest'

import { answering } from '../../flows/testing/fake-world.ts'
import type { Lesson } from '../lesson.ts'
import { parseLesson } from '../parse-lesson.ts'
import { givenLesson } from '../testing/given-lesson.ts'
import { renderPage } from './render-page.ts'

const NASTY = `</script><script>alert(1)</script><img src=x onerror=alert(2)>" onclick='alert(3)' <!--&amp; \u2028`

async function givenNasty(): Promise<Lesson> {
  const lesson = await givenLesson('client-credentials', {
    world: answering('token-request', (answer) => ({
      ...answer,
      statusText: NASTY,
      headers: [[NASTY, NASTY]],
      body: JSON.stringify({ access_token: NASTY, [NASTY]: NASTY, token_type: 'Bearer' }),
    })),
  })
  const [first] = lesson.steps
  if (first === undefined) throw new Error('the lesson has no step')
  const run = {
    ...first.run,
    state: 'failed' as const,
    edited: { method: NASTY, url: `http://localhost/${NASTY}?${NASTY}=${NASTY}`, headers: [[NASTY, NASTY] as const] },
    checks: [
      {
        id: 'x',
        title: NASTY,
        outcome: 'failed' as const,
        expected: NASTY,
        found: NASTY,
        explanation: NASTY,
        spec: { label: NASTY, href: 'javascript:alert(4)' },
      },
    ],
    error: { code: NASTY, description: NASTY },
    failure: NASTY,
  }
  const refusal = {
    title: NASTY,
    summary: [NASTY, { code: NASTY }],
    why: [NASTY],
    fixes: [[NASTY]],
    specs: [],
    reason: NASTY,
  }
  return {
    ...lesson,
    flow: { ...lesson.flow, title: NASTY, summary: NASTY },
    names: { ...lesson.names, client: NASTY, issuer: NASTY },
    steps: [{ shown: { ...first.shown, title: NASTY, arrow: NASTY }, run, refusal }, ...lesson.steps.slice(1)],
    known: { ...lesson.known, [NASTY]: { value: { [NASTY]: NASTY }, from: NASTY } },
  }
}

describe('what comes from the wire', () => {
  it('stays text: no element, no attribute, no link is made of it', async () => {
    const page = await renderPage(await givenNasty())
    const tags = [...page.matchAll(/<([a-z]+)((?:\s[^<>]*)?)>/gi)].map(
      ([, name = '', rest = '']) => [name, rest] as const,
    )
    expect(tags.filter(([name]) => name === 'img' || name === 'iframe')).toEqual([])
    expect(tags.filter(([name]) => name === 'script').map(([, rest]) => rest)).toEqual([
      ' type="application/json" id="valetkey-lesson"',
      '',
    ])
    expect(tags.filter(([, rest]) => /\son\w+\s*=/i.test(rest.replaceAll(/"[^"]*"/g, '')))).toEqual([])
    expect(page).not.toMatch(/href="(?!https?:|#|data:,)/i)
    expect(page).not.toContain('<!--')
  })

  it('comes through whole', async () => {
    const lesson = await givenNasty()
    const harmless = {
      ...lesson,
      steps: lesson.steps.map((step) => ({
        ...step,
        run: {
          ...step.run,
          checks: step.run.checks.map((check) => ({ ...check, spec: { label: NASTY, href: 'https://example.test/' } })),
        },
      })),
    }
    expect(parseLesson(await renderPage(harmless))).toEqual(harmless)
  })
})

describe('the page', () => {
  it('asks nobody for anything, and lets nothing run but its own script', async () => {
    const page = await renderPage(await givenLesson('authorization-code-pkce'))
    expect(page).not.toMatch(/\s(src|srcset|poster|action|formaction|background)=/)
    expect(page).not.toMatch(/@import|url\(/)
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-')
  })

  it('has every step, what was sent in it, and what it means', async () => {
    const lesson = await givenLesson('authorization-code-pkce')
    const page = await renderPage(lesson)
    for (const [index, { shown }] of lesson.steps.entries()) {
      expect(page).toContain(`id="step-${index + 1}"`)
      expect(page).toContain(shown.title)
    }
    expect(page).toContain('The secret whose hash the authorization request carried.')
  })

  it('shows a run that ended before its end', async () => {
    const page = await renderPage(
      await givenLesson('client-credentials', {
        world: answering('token-request', () => ({
          status: 400,
          statusText: 'Bad Request',
          headers: [],
          body: '{"error":"invalid_scope","error_description":"requested scope is not allowed"}',
        })),
      }),
    )
    expect(page).toContain('Stopped at a refusal or a failed check')
    expect(page).toContain('The issuer said: requested scope is not allowed')
    expect(page).toContain('not reached')
  })
})
