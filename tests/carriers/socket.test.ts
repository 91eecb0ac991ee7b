/** What only a socket has to withstand: whoever is at the other end may ask without ever listening to an answer. */
import { once } from 'node:events'

import { expect, test } from 'vitest'
import { WebSocket } from 'ws'

import { createScreens } from '../../electron/headless/screens/create-screens.ts'
import { type Core, createCore } from '../../electron/core/create-core.ts'

const CALLS = 150

/** The program has had its turn often enough that what it would still read has been read. */
async function settle(core: Core, amount: () => number): Promise<number> {
  for (;;) {
    const before = amount()
    const headers = { authorization: `Bearer ${core.token}` }
    for (let asked = 0; asked < 50; asked += 1) await (await fetch(`${core.api}/settings`, { headers })).text()
    if (amount() === before) return before
  }
}

test('a page that asks but does not read is read no further, and gets all its answers when it does', async () => {
  const core = await createCore({ port: 0, uiPort: 0, screens: (context) => createScreens(context) })
  const origin = core.program.screens
  await core.call('users.create', { user: { username: 'large', claims: { text: 'x'.repeat(1_000_000) } } })
  const protocols = ['valetkey.v1', `token.${core.token}`]
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, protocols, { headers: { origin } })
  await once(socket, 'open')
  socket.pause()
  for (let id = 1; id <= CALLS; id += 1) {
    const frame = JSON.stringify({ v: 1, kind: 'call', id, name: 'users.list', input: {} })
    // Spaces, which JSON allows: what is asked is too large to come all at once.
    socket.send(frame.padEnd(300_000))
  }
  // Of 45 MB; the rest waits at the page's own end.
  expect(await settle(core, () => socket.bufferedAmount)).toBeGreaterThan(20_000_000)

  const answered = new Set<number>()
  const all = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const { kind, id } = JSON.parse(String(data as Buffer)) as { kind: string; id: number }
      if (kind === 'result') answered.add(id)
      if (answered.size === CALLS) resolve()
    })
  })
  socket.resume()
  await all
  socket.terminate()
  await core.close()
})
