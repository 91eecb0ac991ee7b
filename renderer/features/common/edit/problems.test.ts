import { expect, test } from 'vitest'

import { readProblems } from './problems.ts'

const ERROR = {
  code: 'invalid',
  message: 'two things',
  detail: {
    findings: [
      { path: 'changes.redirect_uris[1]', message: 'found "x", expected an address' },
      { path: 'changes.valetkey.defaultApi', message: 'there is no such API' },
      { path: 'changes', message: 'does not fit together' },
    ],
  },
}

test('each finding is told at its field, also one inside of it', () => {
  const problems = readProblems(ERROR)
  expect(problems.at('redirect_uris')).toBe('found "x", expected an address')
  expect(problems.at('valetkey.defaultApi')).toBe('there is no such API')
  expect(problems.at('scope')).toBeUndefined()
})

test('what has no field of its own is told besides', () => {
  expect(readProblems(ERROR).besides(['redirect_uris'])).toEqual([
    'valetkey.defaultApi: there is no such API',
    'does not fit together',
  ])
})

test('an error without findings is told whole', () => {
  const problems = readProblems({ code: 'conflict', message: 'It is there already.' })
  expect(problems.besides(['redirect_uris'])).toEqual(['It is there already.'])
})
