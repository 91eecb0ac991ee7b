import { describe, expect, test } from 'vitest'

import type { ErrorShape } from '#shared/errors.ts'

import { expectAccessible } from './support/accessibility.ts'
import { type Answer, type Answers, answerCalls } from './support/answer-calls.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

const PORTS = { issuer: 4400, screens: 4401 }

/** Played by answers in place of the program's: a browser has a line that can be listened in on. */
describe.skipIf(noShell || shellName !== 'browser')('a program that could not start', () => {
  const screens = useScreens({ remembered: VISITED })
  const title = (name: string) => screens.page.getByRole('heading', { level: 1, name }).waitFor()
  const button = (name: string) => screens.page.getByRole('button', { name })

  /** The desktop app, failed; gives what `shell.start` is asked for. */
  async function fail(error: ErrorShape): Promise<unknown[]> {
    const asked: unknown[] = []
    const shell = { kind: 'desktop', version: '0.0.0', platform: 'linux' }
    const failed = { ...shell, program: { state: 'failed', error } }
    const answers: readonly Answer[] = [
      ['shell.get', () => failed],
      ['shell.start', (input) => (asked.push(input), { ...shell, program: { state: 'starting' } })],
      ['shell.showDataDirectory', () => (asked.push('folder'), {})],
      ['preferences.get', () => preferences()],
    ]
    await answerCalls(screens.page, new Map(answers))
    await screens.goto('/')
    return asked
  }

  test('for a port that is taken offers another one', async () => {
    const asked = await fail({
      code: 'port_taken',
      message: 'Another program has port 4400.',
      detail: { port: 4400, which: 'issuer', free: 4402 },
    })
    await title('Port 4400 is taken')
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'failed-port')
    await button('Start on port 4402').click()
    await title('Valet Key is starting')
    expect(asked).toEqual([{ ports: { issuer: 4402, screens: 4401 } }])
  })

  test('or tries the same port again, once it has been freed', async () => {
    const asked = await fail({
      code: 'port_taken',
      message: 'Another program has port 4401.',
      detail: { port: 4401, which: 'screens', free: 4403 },
    })
    await title('Port 4401 is taken')
    await button('Try 4401 again').click()
    await title('Valet Key is starting')
    expect(asked).toEqual([{}])
  })

  test('for data that is damaged shows the folder, and begins anew only when asked twice', async () => {
    const asked = await fail({
      code: 'store_corrupt',
      message: '/home/alice/.local/share/valetkey/valetkey.db is damaged, and is left as it is.',
      detail: { file: '/home/alice/.local/share/valetkey/valetkey.db' },
    })
    await title('The data cannot be opened')
    await screens.page.getByText('is damaged, and is left as it is.').waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'failed-data')
    await button('Show the folder').click()
    await button('Set it aside and begin anew').click()
    await screens.page.getByRole('alertdialog', { name: 'Begin with fresh data?' }).waitFor()
    await expectAccessible(screens.page)
    await button('Begin anew').click()
    await title('Valet Key is starting')
    expect(asked).toEqual(['folder', { setAside: true }])
  })

  test('for data in use elsewhere has nothing to set aside', async () => {
    await fail({ code: 'store_in_use', message: 'Another Valet Key is using this data.' })
    await title('The data cannot be opened')
    await button('Try again').waitFor()
    expect(await button('Set it aside and begin anew').count()).toBe(0)
  })

  test('for anything else says what it was', async () => {
    await fail({ code: 'internal', message: 'Valet Key could not start: out of memory.' })
    await title('Valet Key could not be started')
    await screens.page.getByText('out of memory').waitFor()
    await expectAccessible(screens.page)
  })
})

describe.skipIf(noShell || shellName !== 'browser')('a screen', () => {
  const screens = useScreens({ remembered: VISITED })
  const title = (name: string) => screens.page.getByRole('heading', { level: 1, name }).waitFor()
  const link = (name: RegExp) => screens.page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name })

  test('whose code does not arrive says so, and comes with another attempt', async () => {
    const { page } = screens
    screens.expectComplaint(/Failed to load resource/)
    screens.expectComplaint(/ScreenNotLoadedError/)
    await screens.goto('/nothing/here')
    await title('Not found')
    await page.route(/\/assets\/screen-[^/]*\.js$/, (route) => route.abort())
    await link(/^Users/).click()
    await title('Trouble')
    await page.getByText('This screen could not be loaded').waitFor()
    await expectAccessible(page)
    await takePicture(page, 'screen-not-loaded')
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Reload' }).click()
    await title('Users')
  })

  test('that stops leaves the others as they are, and can be tried again', async () => {
    const { page } = screens
    screens.expectComplaint(/TypeError/)
    const answers: Answers = new Map([['users.list', () => ({ items: [{ username: 'alice' }] })]])
    await answerCalls(page, answers)
    await screens.goto('/users')
    await title('Trouble')
    await page.getByText('This screen has stopped').waitFor()
    await expectAccessible(page)
    await takePicture(page, 'screen-stopped')
    await link(/^Applications/).click()
    await title('Applications')
    await link(/^Users/).click()
    await title('Trouble')
    answers.clear()
    await screens.call('users.create', { user: { username: 'dora' } })
    await link(/^Users ?, 5/).waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await title('Users')
  })
})

function preferences(): unknown {
  return {
    preferences: { theme: 'system', keepRunning: false, startAtLogin: false, ports: PORTS },
    canStartAtLogin: true,
    portsPending: false,
  }
}
