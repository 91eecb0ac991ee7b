/** What the places show when there is nothing, when there is a lot, and when the program does not answer. */
import type { WebSocketRoute } from 'playwright'
import { describe, expect, test } from 'vitest'

import type { ScreenCallName } from '#shared/contract/calls/calls.ts'
import { FRAME_VERSION } from '#shared/frames/limits.ts'

import { expectAccessible } from './support/accessibility.ts'
import { ask } from './support/converse.ts'
import { openPlace, placeTitle } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import type { Screens } from './support/screens.ts'
import { isStandIn, noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const EMPTY = [
  ['/', 'Overview', 'None is registered yet.'],
  ['/', 'Overview', 'Nobody can sign in yet.'],
  ['/', 'Overview', 'Nothing yet. Every request'],
  ['/', 'Overview', 'a first token needs a sign-in'],
  ['/traffic', 'Traffic', 'Nothing recorded yet'],
  ['/applications', 'Applications', 'No application is registered'],
  ['/apis', 'APIs', 'No API is known'],
  ['/users', 'Users', 'Nobody can sign in'],
  ['/settings/data', 'Settings', '0 exchanges'],
] as const

describe.skipIf(noShell || isStandIn)('with nothing in it', () => {
  const screens = useScreens({ remembered: VISITED })

  test.each(EMPTY)('%s, the place %s, says "%s"', async (path, title, words) => {
    await removeEverything(screens)
    await openPlace(screens, path, title)
    await screens.page.getByText(words).first().waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, `places/empty${path.replaceAll('/', '-')}`)
  })
})

const LISTS = [
  ['/applications', 'Applications', 'clients.list', 'The applications could not be read'],
  ['/apis', 'APIs', 'apis.list', 'The APIs could not be read'],
  ['/users', 'Users', 'users.list', 'The users could not be read'],
  ['/traffic', 'Traffic', 'exchanges.outline', 'The exchanges could not be read'],
  ['/settings/data', 'Settings', 'settings.get', 'The settings could not be read'],
] as const

// The line between screens and program can be listened in on where it is a socket.
describe.skipIf(noShell || shellName !== 'browser')('when the program does not do as it is asked', () => {
  const screens = useScreens({ remembered: VISITED })
  const failing = new Set<ScreenCallName>()
  let lines: WebSocketRoute[] = []
  let isCut = false

  async function listenIn(): Promise<void> {
    failing.clear()
    lines = []
    isCut = false
    await screens.page.routeWebSocket(/\/socket$/, (line) => {
      if (isCut) return void line.close()
      lines.push(line)
      const program = line.connectToServer()
      line.onMessage((text) => {
        const frame = JSON.parse(String(text)) as { id: number; name: ScreenCallName }
        if (!failing.has(frame.name)) return program.send(text)
        const error = { code: 'database_busy', message: 'The data is in use by another program.' }
        line.send(JSON.stringify({ v: FRAME_VERSION, kind: 'error', id: frame.id, error }))
      })
    })
  }

  test.each(LISTS)('%s says why it has nothing to show, and tries again', async (path, title, call, words) => {
    await listenIn()
    failing.add(call)
    await openPlace(screens, path, title)
    const alert = screens.page.getByRole('alert').filter({ hasText: words }).first()
    await alert.waitFor()
    expect(await alert.textContent()).toContain('The data is in use by another program.')
    await expectAccessible(screens.page)
    await takePicture(screens.page, `places/failed${path.replaceAll('/', '-')}`)
    failing.clear()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await alert.waitFor({ state: 'detached' })
  })

  test('what is on the screen stays when the line is cut, and goes on when it is back, missing nothing', async () => {
    await listenIn()
    await openPlace(screens, '/traffic', 'Traffic')
    await ask(screens.program.issuer, 'before-cut')
    const row = (word: string) => screens.page.getByRole('option').filter({ hasText: `word=${word}` })
    await row('before-cut').waitFor()
    isCut = true
    await Promise.all(lines.map((line) => line.close()))
    await ask(screens.program.issuer, 'during-cut')
    await row('before-cut').waitFor()
    expect(await row('during-cut').count()).toBe(0)
    isCut = false
    await row('during-cut').waitFor()
    expect(await row('during-cut').count()).toBe(1)
    expect(await row('before-cut').count()).toBe(1)
  })

  test('what was never asked for says that there is no connection, and is there when it is back', async () => {
    await listenIn()
    await openPlace(screens, '/users', 'Users')
    isCut = true
    await Promise.all(lines.map((line) => line.close()))
    await screens.page.keyboard.press('g')
    await screens.page.keyboard.press('y')
    await placeTitle(screens, 'Keys').waitFor()
    await screens.page.locator('main').getByText('No connection to the program').first().waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'places/disconnected')
    await screens.page.locator('main').getByRole('button', { name: 'Try now' }).click()
    isCut = false
    await screens.page.locator('main').getByText('No connection to the program').first().waitFor({ state: 'detached' })
  })
})

async function removeEverything(screens: Screens): Promise<void> {
  const [clients, apis, users] = await Promise.all([
    screens.call('clients.list', {}),
    screens.call('apis.list', {}),
    screens.call('users.list', {}),
  ])
  for (const { client_id } of clients.items) await screens.call('clients.remove', { client_id })
  for (const { identifier } of apis.items) await screens.call('apis.remove', { identifier })
  for (const { username } of users.items) await screens.call('users.remove', { username })
  await screens.call('exchanges.remove', {})
}
