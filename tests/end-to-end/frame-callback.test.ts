import type { WebSocketRoute } from 'playwright'
import { describe, test } from 'vitest'

import { FRAME_VERSION } from '#shared/frames/limits.ts'

import { expectAccessible } from './support/accessibility.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// What the system hands over is played here; tests/desktop has the system's side of it.
describe.skipIf(noShell || shellName !== 'browser')('an answer by the program’s own scheme', () => {
  const screens = useScreens({ remembered: VISITED })

  test('is shown over whatever screen there is, with what it carries', async () => {
    const { page } = screens
    const line = Promise.withResolvers<WebSocketRoute>()
    await page.routeWebSocket(/\/socket$/, (socket) => {
      socket.connectToServer()
      line.resolve(socket)
    })
    await screens.goto('/users')
    await page.getByText('The issuer is running').waitFor({ state: 'attached' })
    const url = 'valetkey://callback?code=c0de&state=st4te'
    const events = [{ seq: 1_000_000, name: 'callback.received', payload: { url } }]
    ;(await line.promise).send(JSON.stringify({ v: FRAME_VERSION, kind: 'events', events }))

    const dialog = page.getByRole('dialog', { name: 'An answer has arrived' })
    await dialog.getByText('valetkey://callback').waitFor()
    await dialog.getByText('c0de').waitFor()
    await dialog.getByText('st4te').waitFor()
    await expectAccessible(page)
    await takePicture(page, 'callback')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
  })
})
