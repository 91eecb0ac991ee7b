import { expect, test } from 'vitest'

import type { UserAgentState } from '#shared/contract/calls/shell.ts'

import { BLANK } from './blank.ts'
import { createFakeContents } from './fake-contents.ts'
import { followPage } from './follow-page.ts'

function createWorld() {
  const fake = createFakeContents()
  let state: UserAgentState = BLANK
  const change = (changes: Partial<UserAgentState>) => void (state = { ...state, ...changes })
  const fail = (failure: string) => change({ failure, isLoading: false })
  followPage(fake.contents, { state: () => state, change, fail })
  return { ...fake, change, fail, state: () => state }
}

test('a page that loads is followed to its address and title', () => {
  const { tell, page, state } = createWorld()
  tell('did-start-loading')
  expect(state()).toMatchObject({ isLoading: true })
  page.url = 'http://localhost:3000/'
  tell('did-navigate', {}, page.url)
  tell('page-title-updated', {}, 'Todos')
  tell('did-stop-loading')
  expect(state()).toMatchObject({ address: page.url, title: 'Todos', isLoading: false })
})

test('an address within the page is followed, one within a frame is not', () => {
  const { tell, state } = createWorld()
  tell('did-navigate-in-page', {}, 'http://localhost:3000/#a', true)
  tell('did-navigate-in-page', {}, 'http://localhost:4400/#b', false)
  expect(state().address).toBe('http://localhost:3000/#a')
})

test('what could not be loaded is said, with the address that was meant', () => {
  const { tell, state } = createWorld()
  tell('did-start-loading')
  tell('did-fail-load', {}, -102, 'ERR_CONNECTION_REFUSED', 'http://localhost:3000/', true)
  tell('did-stop-loading')
  expect(state()).toMatchObject({ address: 'http://localhost:3000/', isLoading: false })
  expect(state().failure).toContain('localhost:3000')
})

test.each([
  ['in a frame', -102, false],
  ['given up for another', -3, true],
])('a load %s is no failure of the page', (_what, code, isMainFrame) => {
  const { tell, state } = createWorld()
  tell('did-fail-load', {}, code, 'ERR', 'http://localhost:3000/', isMainFrame)
  expect(state().failure).toBeUndefined()
})

test('a failure is forgotten when something else is tried', () => {
  const { tell, fail, state } = createWorld()
  fail('It is a download.')
  tell('did-start-loading')
  expect(state().failure).toBeUndefined()
})

test('after a callback the address is again where the page is', () => {
  const { tell, change, page, state } = createWorld()
  page.url = 'http://localhost:4400/consent'
  change({ address: 'http://localhost:4400/redirect' })
  tell('did-stop-loading')
  expect(state().address).toBe(page.url)
})

test('a page whose process ended is said to have stopped; one that was closed is not', () => {
  const { tell, state } = createWorld()
  tell('render-process-gone', {}, { reason: 'clean-exit' })
  expect(state().failure).toBeUndefined()
  tell('render-process-gone', {}, { reason: 'crashed' })
  expect(state().failure).toContain('stopped working')
})
