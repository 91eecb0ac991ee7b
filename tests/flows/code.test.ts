import { expect, test } from 'vitest'

import { assertDone, begin, checkOf, exchangesOf, startCore, stepOf, walk } from './support.ts'

test('the code grant is walked to its end, and each step says what came of it', async () => {
  const core = await startCore()
  const run = await walk(core, await begin(core, 'authorization-code-pkce'))

  assertDone(run)
  expect(checkOf(run, 'authorization-response', 'state').outcome).toBe('passed')
  expect(stepOf(run, 'call-api').answer?.status).toBe(200)
  expect(stepOf(run, 'call-api-refused').answer?.status).toBe(403)
  expect(stepOf(run, 'sign-in').state).toBe('done')
  expect(stepOf(run, 'consent').state).toBe('done')
  expect(run.known['code_verifier']).toMatchObject({ secret: true })
})

test('steps and traffic look at the same records', async () => {
  const core = await startCore()
  const run = await walk(core, await begin(core, 'authorization-code-pkce'))

  const endpoints = await Promise.all(
    ['authorization-request', 'sign-in', 'consent', 'authorization-response', 'token-request', 'call-api'].map(
      async (id) => (await exchangesOf(core, stepOf(run, id))).map(({ method, endpoint }) => `${method} ${endpoint}`),
    ),
  )
  expect(endpoints).toMatchInlineSnapshot(`
    [
      [
        "GET authorization",
        "GET interaction",
        "GET authorization",
        "GET interaction",
      ],
      [
        "POST interaction",
      ],
      [
        "POST interaction",
      ],
      [
        "GET authorization",
        "GET callback",
      ],
      [
        "POST token",
      ],
      [
        "GET api",
      ],
    ]
  `)
})
