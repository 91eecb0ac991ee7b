import { expect, test, vi } from 'vitest'

import { createFakeContents } from './fake-contents.ts'
import { guardPage } from './guard-page.ts'

function createWorld() {
  const fake = createFakeContents()
  const onCallback = vi.fn<(url: string) => void>()
  const fail = vi.fn<(why: string) => void>()
  guardPage(fake.contents, { onCallback, fail })
  return { ...fake, onCallback, fail }
}

test.each(['will-frame-navigate', 'will-redirect'])('on %s a page goes to web addresses', (event) => {
  const { navigate, onCallback, fail } = createWorld()
  expect(navigate(event, 'http://localhost:3000/callback?code=a')).toBe(true)
  expect(onCallback).not.toHaveBeenCalled()
  expect(fail).not.toHaveBeenCalled()
})

test.each(['will-frame-navigate', 'will-redirect'])('on %s a callback is caught, and handed on once', (event) => {
  const { navigate, onCallback } = createWorld()
  expect(navigate(event, 'valetkey://callback?code=a')).toBe(false)
  expect(onCallback).toHaveBeenCalledExactlyOnceWith('valetkey://callback?code=a')
})

test.each(['will-frame-navigate', 'will-redirect'])('on %s anything else is refused with words', (event) => {
  const { navigate, fail } = createWorld()
  expect(navigate(event, 'file:///etc/passwd')).toBe(false)
  expect(fail).toHaveBeenCalledOnce()
  expect(navigate(event, 'file:///etc/passwd', false)).toBe(false)
  expect(fail).toHaveBeenCalledOnce()
})

test('what a page would open beside itself takes its place', () => {
  const { openWindow, loaded } = createWorld()
  expect(openWindow('https://example.test/popup')).toBe('deny')
  expect(loaded).toEqual(['https://example.test/popup'])
})

test('no window is opened for anything else, either', () => {
  const { openWindow, loaded, onCallback, fail } = createWorld()
  expect(openWindow('valetkey://callback?code=a')).toBe('deny')
  expect(openWindow('app://valetkey/')).toBe('deny')
  expect(loaded).toEqual([])
  expect(onCallback).toHaveBeenCalledOnce()
  expect(fail).toHaveBeenCalledOnce()
})

test('a <webview> is never attached', () => {
  expect(createWorld().navigate('will-attach-webview', '')).toBe(false)
})
