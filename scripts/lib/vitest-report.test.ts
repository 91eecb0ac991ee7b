import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countTests } from './vitest-report.mjs'

const folder = mkdtempSync(join(tmpdir(), 'valetkey-report-'))
const file = join(folder, 'report.json')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function count(exitCode: number, overrides: object) {
  const empty = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
  writeFileSync(file, JSON.stringify({ ...empty, ...overrides }))
  return countTests(file, exitCode)
}

test('skipped and planned tests are both skipped', () => {
  const counted = count(0, { numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 })
  expect(counted).toEqual({ passed: 5, failed: 0, skipped: 3 })
})

test('a file with a failed test counts by its tests', () => {
  const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
  expect(count(1, { numPassedTests: 1, numFailedTests: 1, testResults })).toMatchObject({ passed: 1, failed: 1 })
})

test('a file that broke before its first test is one failure', () => {
  expect(count(1, { testResults: [{ status: 'failed', assertionResults: [] }] })).toMatchObject({ failed: 1 })
})

test('a bad end that no test explains is one failure', () => {
  expect(count(1, { numPassedTests: 5 })).toMatchObject({ passed: 5, failed: 1 })
})

test('a run that left no report is one failure', () => {
  expect(countTests(join(folder, 'missing.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
