import { expect, test, vi } from 'vitest'

import { createCalls, namePlatform, type ShellHandlers } from './shell-calls.ts'

function createWorld() {
  const start = vi.fn<() => unknown>(() => 'started')
  const shell = { 'shell.start': start } as unknown as ShellHandlers
  return { call: createCalls({ shell, core: (name) => Promise.resolve(`core: ${name}`) }), start }
}

test('what is the shell’s is answered by the shell, the rest by the core', async () => {
  const { call } = createWorld()
  expect(await call('shell.start', {})).toBe('started')
  expect(await call('clients.list', {})).toBe('core: clients.list')
})

test.each([{ ports: { issuer: 70_000, screens: 1 } }, { other: 1 }, { setAside: 'yes' }, undefined, null, 'x'])(
  'a wrong input is refused at the door: %j',
  async (input) => {
    const { call, start } = createWorld()
    await expect(call('shell.start', input)).rejects.toMatchObject({ code: 'invalid' })
    expect(start).not.toHaveBeenCalled()
  },
)

test('a mistake is named with its place', async () => {
  const { call } = createWorld()
  await expect(call('shell.start', { ports: { issuer: 'x', screens: 1 } })).rejects.toThrow(
    'shell.start: ports.issuer: ',
  )
})

test.each([
  ['darwin', 'mac'],
  ['win32', 'windows'],
  ['linux', 'linux'],
  ['freebsd', 'other'],
] as const)('%s is called %s', (platform, name) => expect(namePlatform(platform)).toBe(name))
