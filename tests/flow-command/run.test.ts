import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

import { parseLesson } from '#shared/lessons/parse-lesson.ts'

import { makeDirectory } from '../support/make-directory.ts'
import { type Har, postedIn, runFlow, type RunDocument } from './support.ts'

function tempFile(name: string, content?: object): string {
  const file = join(makeDirectory(), name)
  if (content !== undefined) writeFileSync(file, JSON.stringify(content))
  return file
}

function readHar(file: string): Har {
  return JSON.parse(readFileSync(file, 'utf8')) as Har
}

it('prints each exchange of a walk to the end, without secrets, and saves them', async () => {
  const file = tempFile('run.har')
  const { code, stdout, stderr } = await runFlow('authorization-code-pkce', '--answer', 'alice', '--har', file)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/Send the user to authorize \(browser -> issuer\)\n {4}GET \S+\/authorize\?\S+ -> 303\n/)
  expect(stdout).toMatch(/Sign in \(user -> issuer\)\n {4}POST \S+\/interaction\/\S+ -> 303\n/)
  expect(stdout).toMatch(/GET \S+\/callback\?code=…&state=\S+ -> 200\n/)
  expect(stdout).toMatch(/Exchange the code for tokens .*\n {4}POST \S+\/token -> 200\n {4}checks: \d+ passed\n/)
  expect(stdout).toMatch(/Call the API .*\n {4}GET \S+\/apis\/organizer\/tasks -> 200\n/)

  const { log } = readHar(file)
  expect(log.version).toBe('1.2')
  expect(stdout).toContain(`, ${log.entries.length} exchanges.\n`)
  expect(new Set(postedIn({ log }, 'code_verifier'))).toEqual(new Set(['…']))
  expect(new Set(postedIn({ log }, 'refresh_token'))).toEqual(new Set(['…']))
  expect(JSON.stringify(log) + stdout).not.toMatch(/eyJ/)
})

it('shows the secrets, on the terminal and in the HAR, when asked to', async () => {
  const file = tempFile('run.har')
  const { code, stdout } = await runFlow('authorization-code-pkce', '--layer', '', '--har', file, '--secrets')
  expect(code).toBe(0)
  expect(stdout).toMatch(/\/callback\?code=[\w-]{20,}&/)
  expect(postedIn(readHar(file), 'code_verifier')).toEqual([expect.stringMatching(/^[\w-]{43,}$/)])
  expect(JSON.stringify(readHar(file))).toMatch(/eyJ/)
})

it('saves the walk as a page that can be opened again, and as Markdown, masked or whole', async () => {
  const [html, markdown, open] = ['run.html', 'run.md', 'open.html'].map((name) => tempFile(name))
  if (html === undefined || markdown === undefined || open === undefined) throw new Error('there are no files')
  const walked = await runFlow('client-credentials', '--html', html, '--markdown', markdown)
  expect(walked).toMatchObject({ code: 0, stderr: '' })
  const lesson = parseLesson(readFileSync(html, 'utf8'))
  expect(lesson).toMatchObject({ isMasked: true, run: { state: 'done' }, names: { client: 'Taxi Finder' } })
  expect(lesson.exchanges).toHaveLength(3)
  expect(readFileSync(markdown, 'utf8')).toMatch(/^# Client Credentials\n[^]*\n## 3\. /)
  expect(readFileSync(html, 'utf8') + readFileSync(markdown, 'utf8')).not.toMatch(/eyJ/)

  await runFlow('client-credentials', '--html', open, '--secrets')
  expect(parseLesson(readFileSync(open, 'utf8')).known['access_token']?.value).toMatch(/^eyJ/)
  expect(statSync(open).mode & 0o077).toBe(0)
})

it('is one JSON document with --json', async () => {
  const { code, stdout } = await runFlow('client-credentials', '--json')
  const { flow, state, reason, steps } = JSON.parse(stdout) as RunDocument
  expect({ code, flow, state, reason }).toEqual({
    code: 0,
    flow: 'client-credentials',
    state: 'done',
    reason: undefined,
  })
  expect(
    steps.map((step) => [step.id, step.state, step.exchanges.map(({ method, status }) => [method, status])]),
  ).toEqual([
    ['token-request', 'done', [['POST', 200]]],
    ['call-api', 'done', [['GET', 200]]],
    ['call-api-refused', 'done', [['GET', 403]]],
  ])
})

it('takes the application that a variant needs, when none is named', async () => {
  const { code, stdout } = await runFlow('client-credentials', '--variant', 'private_key_jwt')
  expect(code).toBe(0)
  expect(stdout).toContain('application: delivery-planner\n')
})

it('walks a grant that has to ask again, with a layer, for another user', async () => {
  const { code, stdout } = await runFlow('device', '--answer', 'bob', '--layer', 'dpop')
  expect(code).toBe(0)
  expect(stdout).toContain('user: bob\n    layers: dpop\n')
  expect(stdout).toMatch(/\nDone: \d+ steps, \d+ exchanges\.\n$/)
})

it('says where and why it stopped, and ends with 1', async () => {
  const args = ['client-credentials', '--api', 'https://organizer.test/api'] as const
  const { code, stdout, stderr } = await runFlow(...args)
  expect(code).toBe(1)
  expect(stdout).toMatch(/Ask for a token .*\n {4}POST \S+\/token -> 200\n/)
  expect(stdout).toContain('failed check: The API lets the call in: expected a status from 200 to 299, found 401\n')
  expect(stderr).toMatch(/^Stopped at "Call the API" \(call-api\): the API refused with invalid_token: .*audience/)

  const document = JSON.parse((await runFlow(...args, '--json')).stdout) as RunDocument
  expect(document).toMatchObject({ state: 'stopped', reason: expect.stringContaining('the API refused') })
})

it('walks with what a config file brings, and keeps the run where --data says', async () => {
  const client = {
    client_id: 'counter',
    client_secret: 'the-secret-of-the-counter',
    redirect_uris: [],
    grant_types: ['client_credentials'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: 'geocode',
  }
  const config = tempFile('valetkey.config.json', { clients: [client] })
  const data = makeDirectory()
  const flags = ['--client', 'counter', '--layer', 'resource', '--data', data]
  const { code, stdout, stderr } = await runFlow('client-credentials', '--config', config, ...flags, '--json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).not.toContain(client.client_secret)
  const again = await runFlow('client-credentials', ...flags)
  expect(again).toMatchObject({ code: 0, stderr: '' })
})
