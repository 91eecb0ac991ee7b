import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { createPreferences } from './preferences.ts'

let directory = ''
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), 'preferences-'))))
afterEach(() => {
  chmodSync(directory, 0o700)
  rmSync(directory, { recursive: true })
})

function open({ isPossible = true } = {}) {
  let isOn = false
  const onProblem = vi.fn<(message: string) => void>()
  const startAtLogin = { isPossible, get: () => isOn, set: (on: boolean) => void (isOn = on) }
  const file = join(directory, 'preferences.json')
  return { preferences: createPreferences({ file, startAtLogin, onProblem }), file, onProblem }
}

const usual = {
  theme: 'system',
  keepRunning: false,
  startAtLogin: false,
  ports: { issuer: 4400, screens: 4401 },
}

test('at first everything is as usual, and no file is made', () => {
  const { preferences, file, onProblem } = open()
  expect(preferences.get()).toEqual(usual)
  expect(existsSync(file)).toBe(false)
  expect(onProblem).not.toHaveBeenCalled()
})

test('what is changed is remembered and told', () => {
  const { preferences } = open()
  const told = vi.fn<() => void>()
  preferences.onChange(told)
  preferences.change({ theme: 'dark', ports: { issuer: 5000, screens: 5001 } })
  expect(told).toHaveBeenCalledOnce()
  expect(open().preferences.get()).toEqual({ ...usual, theme: 'dark', ports: { issuer: 5000, screens: 5001 } })
})

test('a file of an earlier version, with less in it, is filled up', () => {
  writeFileSync(join(directory, 'preferences.json'), '{"theme":"light"}')
  expect(open().preferences.get()).toEqual({ ...usual, theme: 'light' })
})

test.each(['{', '{"theme":"blue"}', '[]', '{"ports":{"issuer":-1,"screens":1}}'])(
  'a broken file is set aside, and said: %j',
  (text) => {
    const file = join(directory, 'preferences.json')
    writeFileSync(file, text)
    const { preferences, onProblem } = open()
    expect(preferences.get()).toEqual(usual)
    expect(onProblem.mock.calls[0]?.[0]).toContain(`${file}.broken`)
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text)
  },
)

test('starting at login is what the system says of it', () => {
  const { preferences, file } = open()
  preferences.change({ startAtLogin: true })
  expect(preferences.get().startAtLogin).toBe(true)
  expect(readFileSync(file, 'utf8')).not.toContain('startAtLogin')
})

test('where there is no such thing it can only be off', () => {
  const { preferences } = open({ isPossible: false })
  preferences.change({ startAtLogin: false })
  expect(() => preferences.change({ startAtLogin: true })).toThrow('cannot be started at login')
  expect(preferences.view(undefined)).toMatchObject({ canStartAtLogin: false })
})

test('one port for both is refused, and nothing is changed', () => {
  const { preferences } = open()
  expect(() => preferences.change({ theme: 'dark', ports: { issuer: 5000, screens: 5000 } })).toThrow('two ports')
  expect(preferences.get()).toEqual(usual)
  expect(() => preferences.change({ ports: { issuer: 0, screens: 0 } })).not.toThrow()
})

test('a file that cannot be written changes nothing', () => {
  const { preferences, file } = open()
  writeFileSync(join(directory, 'blocker'), '')
  rmSync(directory, { recursive: true })
  writeFileSync(directory, '')
  expect(() => preferences.change({ theme: 'dark' })).toThrow(`${file} cannot be written`)
  expect(preferences.get().theme).toBe('system')
})

test('ports that are set and not in use yet are pending', () => {
  const { preferences } = open()
  const isPending = (issuer: number, screens: number) => preferences.view({ issuer, screens }).portsPending
  expect(isPending(4400, 4401)).toBe(false)
  expect(isPending(4402, 4401)).toBe(true)
  expect(preferences.view(undefined).portsPending).toBe(false)
  preferences.change({ ports: { issuer: 0, screens: 4401 } })
  expect(isPending(39_999, 4401)).toBe(false)
})
