import { expect, it } from 'vitest'

import { runProgram } from '../support/program.ts'
import { runFlow } from './support.ts'

it.each([
  ['an unknown walkthrough', ['athorization-code-pkce'], 'did you mean authorization-code-pkce?'],
  ['no walkthrough', [], 'Which walkthrough? "valetkey flow list" shows them'],
  ['two walkthroughs', ['device', 'ciba'], 'One walkthrough at a time: found "ciba"'],
  ['an unknown layer', ['device', '--layer', 'dpo'], '--layer: found "dpo", expected one of openid, refresh'],
  ['a layer of other walkthroughs', ['implicit', '--layer', 'pkce'], '--layer: found "pkce", expected one of iss'],
  ['an unknown variant', ['client-credentials', '--variant', 'privatekeyjwt'], 'did you mean private_key_jwt?'],
  ['a variant where there is none', ['device', '--variant', 'x'], 'Device comes in one way only'],
  ['an unknown flag', ['device', '--laye', 'dpop'], 'did you mean --layer?'],
  ['a folder that is not there', ['device', '--har', '/no/such/folder/run.har'], 'there is no folder /no/such/folder'],
  ['two places for the data', ['device', '--data', '/tmp/x', '--ephemeral'], 'exclude each other'],
])('%s is bad usage, told before anything starts', async (_what, args, message) => {
  const { code, stdout, stderr } = await runFlow(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

it.each([
  [
    'a variant that the application cannot have',
    ['--client', 'taxi-finder', '--variant', 'private_key_jwt'],
    '--client: Taxi Finder is registered for client_secret_basic, not for private_key_jwt.',
  ],
  [
    'a scope that the application may not ask for',
    ['--scope', 'geocode nonsense'],
    '--scope: Taxi Finder may not ask for nonsense.',
  ],
  ['an unknown application', ['--client', 'taxi-findr'], 'did you mean taxi-finder?'],
  ['an unknown API', ['--api', 'https://world-mapper.test/api'], 'did you mean https://world-mappers.test/api?'],
  ['an unknown user', ['--answer', 'bobb'], '--answer: There is no user bobb. There are: alice, bob'],
])('%s is refused with the reason', async (_what, args, message) => {
  const { code, stdout, stderr } = await runFlow('client-credentials', ...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(message)
})

it('an unknown command below flow is bad usage', async () => {
  const { code, stderr } = await runProgram('flow', 'lst')
  expect(code).toBe(2)
  expect(stderr).toContain('did you mean list?')
})
