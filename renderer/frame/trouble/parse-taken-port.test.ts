import { expect, test } from 'vitest'

import { parseTakenPort } from './parse-taken-port.ts'

function failure(code: string, detail?: unknown) {
  return { code, message: 'Port 4400 is taken.', detail }
}

test('a port that is taken is named, with the one that is free instead', () => {
  const error = failure('port_taken', { port: 4400, which: 'issuer', free: 4402 })
  expect(parseTakenPort(error)).toEqual({ port: 4400, which: 'issuer', free: 4402 })
})

test('without one that is free there is none to offer', () => {
  const error = failure('port_forbidden', { port: 80, which: 'screens' })
  expect(parseTakenPort(error)).toEqual({ port: 80, which: 'screens', free: undefined })
})

test('any other failure is not about a port', () => {
  expect(parseTakenPort(failure('store_corrupt', { file: 'valetkey.db' }))).toBeUndefined()
  expect(parseTakenPort(failure('port_taken'))).toBeUndefined()
})
