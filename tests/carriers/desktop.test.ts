/** The desktop's own carrier in the built program: from the page of its window, through the preload, and back. */
import { describe, expect, test } from 'vitest'

import { SCREEN_CALLS } from '#shared/contract/calls/calls.ts'
import { connectFrames } from '#shared/frames/connect-frames.ts'
import { LARGEST_FRAME } from '#shared/frames/limits.ts'

import { noChromium, useDesktop } from '../desktop/support/use-desktop.ts'
import { until } from '../protocol/support.ts'
import { callsToMake } from './support/calls.ts'
import { createFlaky } from './support/flaky.ts'
import { createLiveList } from './support/live-list.ts'
import { createPageCarrier } from './support/page-carrier.ts'
import { createTraffic } from './support/traffic.ts'
import { openWire } from './support/wire.ts'

if (noChromium) console.warn('No Chromium here: the tests of the desktop’s carrier are skipped.')

describe.skipIf(noChromium)('from the page of the desktop’s window', () => {
  const desktop = useDesktop()

  async function start() {
    const { page, issuer } = await desktop.startRunning(await desktop.home())
    return { carrier: await createPageCarrier(page), issuer }
  }

  test('every call of the core comes back as the contract says', async () => {
    const { carrier, issuer } = await start()
    const bridge = connectFrames(carrier)
    await fetch(`${issuer}/jwks`)
    await bridge.call('exchanges.stats', {})
    const calls = callsToMake().filter(({ failure }) => failure !== 'unknown_call')
    for (const { name, input, failure } of calls) {
      const answer = await bridge.call(name, input as never).then(
        (output) => ({ problem: SCREEN_CALLS[name].output.safeParse(output).error }),
        (error: unknown) => ({ code: (error as { code?: unknown }).code }),
      )
      expect([name, answer]).toEqual([name, failure === undefined ? { problem: undefined } : { code: failure }])
    }
    bridge.close()
  })

  test('the desktop’s own calls are answered, and refused where their input is no good', async () => {
    const { carrier } = await start()
    const bridge = connectFrames(carrier)
    expect(await bridge.call('shell.get', {})).toMatchObject({ kind: 'desktop', program: { state: 'running' } })
    expect((await bridge.call('preferences.change', { changes: { theme: 'dark' } })).preferences.theme).toBe('dark')
    await expect(bridge.call('preferences.change', { changes: { theme: 'pink' } } as never)).rejects.toMatchObject({
      code: 'invalid',
      detail: { findings: [{ path: 'changes.theme' }] },
    })
    bridge.close()
  })

  test('what is no proper frame is answered by name, and the connection lives on', async () => {
    const { carrier } = await start()
    const wire = await openWire(carrier)
    const bad = [
      ['bad_frame', 'not JSON at all'],
      ['wrong_version', { v: 99, kind: 'listen' }],
      ['unknown_call', { kind: 'call', id: 1, name: 'clients.destroyAll', input: {} }],
      ['frame_too_large', 'x'.repeat(LARGEST_FRAME + 1)],
    ] as const
    for (const [code, frame] of bad) {
      const before = wire.frames.length
      wire.send(frame)
      expect((await wire.find('error', (found) => wire.frames.indexOf(found) >= before)).error.code).toBe(code)
    }
    wire.send({ kind: 'call', id: 99, name: 'shell.get', input: {} })
    expect(await wire.find('result')).toMatchObject({ id: 99 })
    wire.close()
  })

  test('live exchanges are told once and in order, whenever the connection goes', async () => {
    const { carrier, issuer } = await start()
    const flaky = createFlaky(carrier)
    const bridge = connectFrames(flaky.carrier, { firstWait: 1, longestWait: 5 })
    const traffic = createTraffic(issuer, 1)
    const { recorded: before } = await bridge.call('exchanges.stats', {})
    const list = createLiveList(bridge)
    for (const cutAfter of [0, 1, 2, 3, 0, 2]) {
      flaky.setAway(cutAfter % 2 === 0)
      flaky.cutAfter(cutAfter)
      await traffic.askMany(5)
    }
    flaky.cutAfter(Number.POSITIVE_INFINITY)
    flaky.setAway(false)
    const all = Array.from({ length: traffic.count() }, (_, index) => before + 1 + index)
    await until(
      async () => list.told.length,
      (length) => length >= all.length,
    )
    expect([list.told, list.resyncs]).toEqual([all, 0])
    bridge.close()
    traffic.close()
  })
})
