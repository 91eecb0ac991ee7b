import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { SNIPPETS, type SnippetId } from '#shared/flows/code/snippets.ts'
import type { Draft } from '#shared/flows/flow.ts'

import { run, startEcho, tellArrived, readForm, readFormAndTarget, type Told, tellDraft } from './echo.ts'

/** Those that write the request itself; what a library makes of it is looked at beside. */
type RequestId = Exclude<SnippetId, 'openid-client'>

const FORM = ['content-type', 'application/x-www-form-urlencoded'] as const
const JSON_TYPE = ['content-type', 'application/json'] as const
const HOSTILE = `it's "quoted" \\ \\n $HOME \${x} \`id\` $(id) %s %41 a=b&c; é 😀 !!\r\n\t#~*@`

let echo: Awaited<ReturnType<typeof startEcho>>
let folder: string

beforeAll(async () => {
  echo = await startEcho()
  folder = mkdtempSync(join(tmpdir(), 'snippets-'))
})
afterAll(async () => {
  await echo.close()
  rmSync(folder, { recursive: true })
})

const RUN: Readonly<Record<RequestId, (code: string) => Promise<string>>> = {
  curl: (code) => run('sh', [save('request.sh', code)]),
  httpie: (code) => run('sh', [save('request.sh', code)]),
  javascript: (code) => run(process.execPath, [save('request.mjs', code)]),
  python: (code) => run('python3', [save('request.py', code)]),
}

function save(name: string, code: string): string {
  const path = join(folder, name)
  writeFileSync(path, code)
  return path
}

/** Sends what the snippet sends, and tells both. */
async function send(id: RequestId, draft: Draft) {
  const build = SNIPPETS.find((snippet) => snippet.id === id)?.build
  if (build === undefined) throw new Error(`there is no snippet ${id}`)
  const printed = await RUN[id](build(draft))
  return { printed, arrived: tellArrived(echo.take(), draft), expected: tellDraft(draft) }
}

async function expectSame(id: RequestId, draft: Draft): Promise<void> {
  const { arrived, expected } = await send(id, draft)
  const tell = COMPARED[id]
  expect(tell(arrived)).toEqual(tell(expected))
}

/** JavaScript has its form from URLSearchParams, as the walkthrough itself has, and so the same bytes. */
const COMPARED: Readonly<Record<RequestId, (told: Told) => unknown>> = {
  curl: readForm,
  httpie: readFormAndTarget,
  javascript: (told) => told,
  python: readFormAndTarget,
}

const CASES: readonly (readonly [string, (origin: string) => Draft])[] = [
  ['a plain question', (origin) => ({ method: 'GET', url: `${origin}/jwks`, headers: [] })],
  [
    'a form with credentials',
    (origin) => ({
      method: 'POST',
      url: `${origin}/token`,
      headers: [FORM, ['authorization', `Basic ${btoa('calendar-app:s%20e+c$r"e\'t:')}`]],
      body: 'grant_type=client_credentials&scope=geocode+plan&scope=again&empty=',
    }),
  ],
  [
    'a form of hostile values',
    (origin) => ({
      method: 'POST',
      url: `${origin}/token?${new URLSearchParams({ '[a]{1,2}': HOSTILE }).toString()}&raw=[1-3]{a,b}'`,
      headers: [FORM],
      body: new URLSearchParams({ [HOSTILE]: HOSTILE, '@file': '@/etc/passwd', at: '=@', nul: 'a\0b' }).toString(),
    }),
  ],
  [
    'a form that is written in an unusual way',
    (origin) => ({ method: 'POST', url: `${origin}/token`, headers: [FORM], body: '=nameless&&b=%zz&c=d%20e' }),
  ],
  [
    'JSON',
    (origin) => ({
      method: 'PUT',
      url: `${origin}/reg`,
      headers: [JSON_TYPE, ['authorization', 'Bearer a.b.c']],
      body: JSON.stringify({ name: HOSTILE, list: [1, true, null, [], {}], nested: { 'a-b': 'c' } }),
    }),
  ],
  [
    'JSON in a form of its own',
    (origin) => ({
      method: 'POST',
      url: `${origin}/x`,
      headers: [JSON_TYPE],
      body: '{ "__proto__": 1.50,\n "a":"@" }',
    }),
  ],
  ['a body of no type', (origin) => ({ method: 'POST', url: `${origin}/x`, headers: [], body: `@${HOSTILE}` })],
  ['an empty body', (origin) => ({ method: 'POST', url: `${origin}/x`, headers: [['content-type', 'x/y']], body: '' })],
  ['nothing in the hand', (origin) => ({ method: 'DELETE', url: `${origin}/x`, headers: [['x-empty', '']] })],
  ['the head only', (origin) => ({ method: 'HEAD', url: `${origin}/x`, headers: [['x-tab', 'a\tb']] })],
  [
    'headers that stand twice',
    (origin) => ({
      method: 'GET',
      url: `${origin}/x`,
      headers: [
        ['x-a', '1'],
        ['X-A', '@2'],
        ['x-b', `'"\\$HOME\``],
      ],
    }),
  ],
]

/** What a shell and `fetch` need a way around for. */
const AROUND: typeof CASES = [
  [
    'a body that is long',
    (origin) => ({ method: 'POST', url: `${origin}/x`, headers: [], body: '\\%é'.repeat(60_000) }),
  ],
  ['a body with a NUL', (origin) => ({ method: 'POST', url: `${origin}/x`, headers: [], body: '-a\0\\0b%s' })],
  ['a body with GET', (origin) => ({ method: 'GET', url: `${origin}/x`, headers: [JSON_TYPE], body: '{"a":1}' })],
  ['a body with HEAD', (origin) => ({ method: 'HEAD', url: `${origin}/x`, headers: [FORM], body: 'a=1' })],
  ['a header that is not ASCII', (origin) => ({ method: 'GET', url: `${origin}/x`, headers: [['x-a', `\\é'ÿ$`]] })],
  ['a method of its own', (origin) => ({ method: 'PROPFIND', url: `${origin}/x`, headers: [['__proto__', 'a']] })],
  [
    'an expectation',
    (origin) => ({ method: 'POST', url: `${origin}/x`, headers: [['expect', '100-continue']], body: 'a' }),
  ],
]

describe.each(['curl', 'javascript'] as const)('%s', (id) => {
  test.each([...CASES, ...AROUND])('sends %s', async (_, draftFor) => {
    await expectSame(id, draftFor(echo.origin))
  })

  test('sends whatever a person may write', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraft(), async (draft) => {
        await expectSame(id, { ...draft, url: echo.origin + draft.url })
      }),
      // Each of them starts a program.
      { numRuns: 15 },
    )
  }, 90_000)

  test('prints what came back', async () => {
    const { printed } = await send(id, { method: 'GET', url: echo.origin, headers: [] })
    expect(printed).toMatch(/200 OK[^]*arrived/)
  })
})

describe.skipIf(lacks('Python with requests', 'python3', '-c', 'import requests'))('python', () => {
  test.each(CASES)('sends %s', async (_, draftFor) => {
    await expectSame('python', draftFor(echo.origin))
  })
})

describe.skipIf(lacks('HTTPie', 'http', '--version'))('httpie', () => {
  test.each(CASES)('sends %s', async (_, draftFor) => {
    await expectSame('httpie', draftFor(echo.origin))
  })
})

/** Said aloud: what is skipped in silence looks like what passes. */
function lacks(what: string, program: string, ...args: readonly string[]): boolean {
  const isMissing = spawnSync(program, args).status !== 0
  if (isMissing) console.warn(`skipped: ${what} is not installed`)
  return isMissing
}

function anyDraft(): fc.Arbitrary<Draft> {
  const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), fc.string({ maxLength: 20 }), hostile())
  const headerText = fc.string({ unit: fc.constantFrom(...`az09 \t'"\\$\`@=;:%!#&()<>|~é`), maxLength: 20 })
  const form = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 })
  const query = fc.array(fc.tuple(text, text), { maxLength: 3 })
  return fc
    .record({
      query,
      form,
      text,
      header: headerText,
      user: text,
      kind: fc.constantFrom('form', 'json', 'text', 'none'),
    })
    .map(({ query, form, text, header, user, kind }) => ({
      method: kind === 'none' ? 'GET' : 'POST',
      url: `/p${kind}?${encode(query)}`,
      headers: [
        ...(kind === 'form' ? [FORM] : []),
        ...(kind === 'json' ? [JSON_TYPE] : []),
        ['x-hostile', header] as const,
        ['authorization', `Basic ${Buffer.from(`${user}:${text}`).toString('base64')}`] as const,
      ],
      ...(kind === 'none'
        ? {}
        : { body: kind === 'form' ? encode(form) : kind === 'json' ? JSON.stringify({ [text]: form }) : text }),
    }))
}

function hostile(): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...`'"\\$\`\n\r @=;:%!#&(){}[]*~\0é😀`), maxLength: 20 })
}

function encode(pairs: readonly (readonly [string, string])[]): string {
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()
}
