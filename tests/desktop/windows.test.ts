/** The window, and how the system meets it. The built program runs over the stand-in for Electron. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { noChromium, ORIGIN, useDesktop } from './support/use-desktop.ts'

const BESIDE = { id: 2, bounds: area(1920, 0, 1600, 900), workArea: area(1920, 0, 1600, 900) }
const MAIN = { id: 1, bounds: area(0, 0, 1920, 1080), workArea: area(0, 0, 1920, 1040) }

function area(x: number, y: number, width: number, height: number) {
  return { x, y, width, height }
}

describe.skipIf(noChromium)('the window of the desktop app', () => {
  const desktop = useDesktop()

  it('is brought to the front by a second start, which ends', async () => {
    const home = await desktop.home()
    const { standIn } = await desktop.startRunning(home)
    await standIn.tell('minimise the window')
    const second = desktop.launch(home)
    expect(await second.ended).toBe(0)
    await expect.poll(() => standIn.windows()).toMatchObject([{ isMinimized: false, isFocused: true }])
  })

  it('comes back where it was, in the size that it had', async () => {
    const home = await desktop.home()
    const first = await desktop.startRunning(home, { displays: [MAIN, BESIDE] })
    const { id } = await first.standIn.window()
    await first.standIn.tell('move a window', { id, ...area(2000, 50, 1300, 800) })
    await first.standIn.tell('close a window', id)
    expect(await first.standIn.ended).toBe(0)
    const again = await desktop.start(home, { displays: [MAIN, BESIDE] })
    expect(await again.standIn.window()).toMatchObject({ bounds: area(2000, 50, 1300, 800), isMaximized: false })
  })

  it('comes back maximised, and on a display that is there', async () => {
    const home = await desktop.home()
    const state = { bounds: area(2000, 50, 1300, 800), isMaximized: true }
    writeFileSync(join(home.profile, 'window.json'), JSON.stringify(state))
    const { standIn, page } = await desktop.start(home, { displays: [MAIN] })
    await page.waitForLoadState()
    await expect.poll(() => standIn.windows()).toMatchObject([{ isMaximized: true, bounds: MAIN.workArea }])
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([1920, 1040])
  })

  it.each(['not JSON', '{"bounds":{"x":1e9,"y":0,"width":1,"height":1},"isMaximized":false}'])(
    'opens in its usual size when what it remembers is %s',
    async (text) => {
      const home = await desktop.home()
      writeFileSync(join(home.profile, 'window.json'), text)
      const { standIn } = await desktop.start(home)
      expect(await standIn.window()).toMatchObject({ bounds: { width: 1440, height: 900 } })
    },
  )

  it('follows the system’s theme, and the person’s choice when there is one', async () => {
    const { page, standIn } = await desktop.startRunning(await desktop.home())
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const light = await background()
    await standIn.tell('change the theme of the system', true)
    await expect.poll(background).not.toBe(light)
    await standIn.tell('choose from the menu', ['View', 'Appearance', 'Light'])
    await expect.poll(background).toBe(light)
    expect(await standIn.window()).toMatchObject({ backgroundColor: '#f4f5f7' })
  })

  it('goes nowhere else: the system’s browser does', async () => {
    const { page, standIn } = await desktop.startRunning(await desktop.home())
    await page.evaluate(() => {
      window.open('http://localhost:9/popup')
      location.assign('http://localhost:9/elsewhere')
    })
    const outside = { addresses: ['http://localhost:9/popup', 'http://localhost:9/elsewhere'] }
    await expect.poll(() => standIn.tell('say what was opened outside')).toMatchObject(outside)
    await page.evaluate(() => location.assign('smb://localhost/elsewhere'))
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
    expect(new URL(page.url()).origin).toBe(ORIGIN)
    expect(await standIn.tell('say what was opened outside')).toMatchObject(outside)
  })

  it('has one permission, to write to the clipboard', async () => {
    const { page } = await desktop.startRunning(await desktop.home())
    const states = await page.evaluate(() =>
      Promise.all(
        ['clipboard-write', 'clipboard-read', 'camera', 'microphone', 'geolocation', 'notifications', 'midi'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      ),
    )
    expect(states).toEqual(['granted', ...Array(6).fill('denied')])
  })

  it('listens to the screens alone', async () => {
    const { standIn } = await desktop.startRunning(await desktop.home())
    const input = { client_id: 'no-such-client' }
    const frame = JSON.stringify({ v: 1, kind: 'call', id: 1, name: 'clients.get', input })
    const name = { document: 'forged', number: 1 }
    for (const sender of [
      { url: 'app://valetkey/', isFrame: true },
      { url: 'https://evil.example/', isFrame: false },
      { url: 'app://valetkey.evil.example/', isFrame: false },
      { url: 'app://evil@valetkey/', isFrame: false },
      { url: 'file:///tmp/index.html', isFrame: false },
      { url: 'about:blank', isFrame: false },
    ]) {
      for (const args of [
        [name, 'open'],
        [name, 'frame', frame],
      ]) {
        await standIn.tell('forge a message', { contents: 1, channel: 'valetkey:to-program', args, ...sender })
      }
      expect(standIn.takeOutput().match(/tried to talk to the program/g), sender.url).toHaveLength(2)
    }
  })
})
