import { expect, test } from 'vitest'

import { explainData } from './explain-data.ts'

const CODES = [
  'store_not_a_database',
  'store_corrupt',
  'store_foreign',
  'store_newer',
  'store_full',
  'store_io',
  'store_lock_unusable',
  'store_unwritable',
]

test.each(CODES)('%s names the file, and no flag', (code) => {
  const said = explainData({ code, message: 'use --data', detail: { file: '/data/valetkey.sqlite', code: 'EACCES' } })
  expect(said.message).toContain('/data/valetkey.sqlite')
  expect(said.message).not.toContain('--')
  expect(said).toMatchObject({ code, detail: { file: '/data/valetkey.sqlite' } })
})

test('who else uses the data is named, as far as it is known', () => {
  const inUse = (detail: object) => explainData({ code: 'store_in_use', message: '', detail }).message
  expect(inUse({ directory: '/data', pid: 12, issuer: 'http://localhost:4400' })).toBe(
    'Another Valet Key (process 12, http://localhost:4400) is using /data. Stop it, then try again.',
  )
  expect(inUse({ directory: '/data' })).toBe('Another Valet Key is using /data. Stop it, then try again.')
})

test('a failure without words of its own is left as it is', () => {
  const error = { code: 'store_busy', message: 'Another program is writing to it.' }
  expect(explainData(error)).toBe(error)
})

test('a failure without details is said all the same', () => {
  expect(explainData({ code: 'store_corrupt', message: '' }).message).toMatch(/^The data file is damaged/)
})
