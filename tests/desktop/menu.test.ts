/** The native menu leads where it says, whatever the window shows. */
import { describe, expect, it } from 'vitest'

import type { ItemView } from './stand-in/electron/menu.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

describe.skipIf(noChromium)('the menu of the desktop app', () => {
  const desktop = useDesktop()

  it('leads through the screens', async () => {
    const { page, standIn } = await desktop.startRunning(await desktop.home())
    const path = () => new URL(page.url()).pathname
    await standIn.tell('choose from the menu', ['File', 'Settings…'])
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await standIn.tell('choose from the menu', ['Go', 'Back'])
    await expect.poll(path).toBe('/')
    await standIn.tell('choose from the menu', ['Go', 'Forward'])
    await expect.poll(path).toMatch(/^\/settings/)
    await standIn.tell('press an accelerator', 'CmdOrCtrl+K')
    await page.getByRole('dialog', { name: 'Search and commands' }).waitFor()
    await page.keyboard.press('Escape')
    await standIn.tell('choose from the menu', ['Help', 'Keyboard shortcuts'])
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
  })

  it('says which theme was chosen, wherever that was done', async () => {
    const { page, standIn } = await desktop.startRunning(await desktop.home())
    const chosen = async () => (await themes(standIn)).filter(({ checked }) => checked).map(({ label }) => label)
    expect(await chosen()).toEqual(['As the system'])
    await page.getByRole('button', { name: 'Theme' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click()
    await expect.poll(chosen).toEqual(['Dark'])
    await standIn.tell('choose from the menu', ['View', 'Appearance', 'Light'])
    await expect.poll(chosen).toEqual(['Light'])
    await page.waitForFunction(() => document.documentElement.dataset['theme'] !== 'dark')
  })

  it('opens the documentation outside, as soon as there is any', async () => {
    const { standIn, api } = await desktop.startRunning(await desktop.home())
    await standIn.tell('choose from the menu', ['Help', 'Management API documentation'])
    expect(await standIn.tell('say what was opened outside')).toMatchObject({ addresses: [`${api}/docs`] })
  })

  it('reloads the screens where they are', async () => {
    const { page, standIn } = await desktop.startRunning(await desktop.home())
    await page.getByRole('link', { name: /^Users/ }).click()
    const loaded = page.waitForEvent('load')
    await standIn.tell('press an accelerator', 'CommandOrControl+R')
    await loaded
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  })

  async function themes(standIn: { tell(what: string): Promise<unknown> }): Promise<readonly ItemView[]> {
    const menu = (await standIn.tell('describe the menu')) as readonly ItemView[]
    const view = menu.find(({ label }) => label === 'View')
    return view?.items?.find(({ label }) => label === 'Appearance')?.items ?? []
  }
})
