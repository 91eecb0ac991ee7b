import { describe, expect, it } from 'vitest'

import { FLOWS } from '../flows/flows.ts'
import type { TokenView } from '../flows/list-tokens.ts'
import type { Exchange } from '../model/exchange.ts'
import { buildLessonHar } from './build-lesson-har.ts'
import { writeLesson } from './embedded.ts'
import { renderPage } from './html/render-page.ts'
import type { Lesson } from './lesson.ts'
import { listSecrets, maskLesson } from './mask-lesson.ts'
import { givenLesson } from './testing/given-lesson.ts'
import { writeMarkdown } from './write-markdown.ts'

async function everythingOf(lesson: Lesson): Promise<string> {
  return [
    writeLesson(lesson),
    await renderPage(lesson),
    writeMarkdown(lesson),
    JSON.stringify(buildLessonHar(lesson)),
  ].join('\n')
}

describe('a masked lesson', () => {
  it.each(FLOWS.map(({ id }) => id))('of %s holds no secret, in whatever it is written as', async (id) => {
    const lesson = await givenLesson(id)
    const secrets = listSecrets(lesson)
    const [open, masked] = [await everythingOf(lesson), await everythingOf(maskLesson(lesson))]
    expect(secrets.filter((secret) => !open.includes(secret))).toEqual([])
    expect(secrets.filter((secret) => masked.includes(secret))).toEqual([])
  })

  it('still says what the tokens say, and what was not secret', async () => {
    const walked = await givenLesson('authorization-code-pkce')
    const jwt = { header: { alg: 'ES256' }, claims: { sub: 'alice', aud: 'my-todos' } }
    const token: TokenView = {
      name: 'id_token',
      text: 'eyJh.eyJz.c2ln',
      isSecret: true,
      from: 'Tokens',
      jwt,
      context: 'ID token',
      signature: undefined,
      hashes: [],
    }
    const lesson = { ...walked, tokens: [token] }
    const masked = maskLesson(lesson)
    expect(masked.isMasked).toBe(true)
    expect(masked.tokens).toEqual([{ ...token, text: '…' }])
    expect(masked.known['code_verifier']?.value).toBe('…')
    expect(masked.known['state']).toEqual(lesson.known['state'])
    expect(masked.steps.map(({ shown }) => shown)).toEqual(lesson.steps.map(({ shown }) => shown))
    expect(maskLesson(masked)).toBe(masked)
  })

  it('loses cookies, passwords and hidden fields of what was recorded', async () => {
    const lesson = await givenLesson('authorization-code-pkce')
    const masked = maskLesson({ ...lesson, exchanges: [SIGN_IN] })
    const text = JSON.stringify(masked.exchanges)
    expect(text).not.toMatch(/session-1|hunter2|form-key|c2VjcmV0/)
    expect(masked.exchanges[0]?.request.headers).toContainEqual(['cookie', '_session=…'])
    expect(text).toContain('login_hint=alice')
  })

  it('keeps a private key to itself', async () => {
    const lesson = await givenLesson('authorization-code-pkce', { choice: { layers: ['openid', 'dpop'] } })
    const key = maskLesson(lesson).known['dpop_private_key']
    expect(lesson.known['dpop_private_key']?.value).toMatchObject({ d: expect.any(String) })
    expect(key?.value).toMatchObject({ kty: expect.any(String), d: '…' })
  })
})

const SIGN_IN: Exchange = {
  id: 1,
  direction: 'in',
  startedAt: 0,
  endpoint: 'interaction',
  method: 'POST',
  url: 'http://localhost:4400/interaction/1',
  status: 200,
  request: {
    method: 'POST',
    url: 'http://localhost:4400/interaction/1',
    httpVersion: '1.1',
    headers: [['cookie', '_session=session-1']],
    body: { text: 'login_hint=alice&password=hunter2', encoding: 'utf8', size: 33, truncated: false },
  },
  response: {
    status: 200,
    statusText: 'OK',
    headers: [['set-cookie', '_session=session-1; path=/']],
    body: { text: '<input type="hidden" name="xsrf" value="form-key">', encoding: 'utf8', size: 50, truncated: false },
  },
  handover: undefined,
}
