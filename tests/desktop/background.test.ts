/** The issuer and its window: which goes on without which. */
import { setTimeout } from 'node:timers/promises'

import { describe, expect, it } from 'vitest'

import { callThroughPage } from '../end-to-end/support/desktop/call-through-page.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

describe.skipIf(noChromium)('the issuer of the desktop app', () => {
  const desktop = useDesktop()

  it('goes on without the window, with an entry in the tray to come back by', async () => {
    const { page, standIn, issuer } = await desktop.startRunning(await desktop.home())
    await page.getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('link', { name: 'Desktop' }).click()
    expect(await standIn.tell('describe the tray')).toEqual([])
    await page.getByRole('switch', { name: /^Keep running/ }).click()
    await expect.poll(() => standIn.tell('describe the tray')).toMatchObject([{ toolTip: 'Valet Key' }])

    await standIn.tell('close a window', (await standIn.window()).id)
    expect(await standIn.windows()).toEqual([])
    expect(await isAnswering(issuer)).toBe(true)
    await standIn.tell('choose from the tray', ['Copy the issuer’s address'])
    await expect.poll(() => standIn.tell('read the clipboard')).toBe(issuer)

    await standIn.tell('click the tray')
    const again = await desktop.page((await standIn.window()).target)
    await again.getByRole('navigation', { name: 'Places' }).waitFor()
    await standIn.tell('choose from the tray', ['Quit'])
    expect(await standIn.ended).toBe(0)
    expect(await isAnswering(issuer)).toBe(false)
  })

  it('ends with its window otherwise', async () => {
    const { standIn, issuer } = await desktop.startRunning(await desktop.home())
    await standIn.tell('close a window', (await standIn.window()).id)
    expect(await standIn.ended).toBe(0)
    expect(await isAnswering(issuer)).toBe(false)
  })

  it('begins without a window where the system starts it and it is to keep running', async () => {
    const home = await desktop.home({ keepRunning: true })
    const standIn = desktop.launch(home, { args: ['--quiet'] })
    await expect.poll(() => isAnswering(`http://localhost:${home.ports.issuer}`)).toBe(true)
    expect(await standIn.windows()).toEqual([])
    await desktop.launch(home).ended
    const page = await desktop.page((await standIn.window()).target)
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
  })

  it('answers all the while when the screens crash, and they are loaded again where they were', async () => {
    const { page, standIn, issuer } = await desktop.startRunning(await desktop.home())
    await page.getByRole('link', { name: /^Users/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
    const { id, target } = await standIn.window()
    const asking = askUntil(issuer, standIn.tell('crash a page', id))
    await asking.done
    await standIn.tell('wait until a page is whole', id)
    const anew = await desktop.pageAnew(target)
    await anew.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
    await anew.getByRole('option', { name: /Alice/ }).waitFor()
    expect(await asking.refused).toBe(0)
    expect(await standIn.tell('say what was asked')).toMatchObject([
      { detail: expect.stringContaining('loaded again') as string },
    ])
    expect(standIn.takeOutput()).toContain('The screens stopped (crashed)')
  })

  it('asks before it loads what crashes again and again', async () => {
    const { standIn } = await desktop.startRunning(await desktop.home())
    const { id } = await standIn.window()
    const asked = async () => JSON.stringify(await standIn.tell('say what was asked'))
    for (let crashes = 0; crashes < 4; crashes += 1) {
      await standIn.tell('crash a page', id)
    }
    await expect.poll(asked).toContain('The screens stop again and again.')
    await standIn.tell('answer', 'Quit')
    expect(await standIn.ended).toBe(0)
    expect(standIn.takeOutput().match(/The screens stopped/g)).toHaveLength(3)
  })

  it('has written everything when it has ended', async () => {
    const home = await desktop.home()
    const first = await desktop.startRunning(home)
    const user = { username: 'dora', password: 'dora', claims: { name: 'Dora Doe' } }
    await callThroughPage(first.page, 'users.create', { user })
    await first.standIn.tell('choose from the menu', ['File', 'quit'])
    expect(await first.standIn.ended).toBe(0)
    const again = await desktop.startRunning(home)
    const kept = await callThroughPage(again.page, 'users.get', { username: 'dora' })
    expect(kept.value.claims).toEqual(user.claims)
  })
})

async function isAnswering(issuer: string): Promise<boolean> {
  const asked = fetch(`${issuer}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(5000) })
  return await asked.then(({ ok }) => ok).catch(() => false)
}

/** Asks over and over until `event` is over, and counts how often there was no answer. */
function askUntil(issuer: string, event: Promise<unknown>) {
  let isOver = false
  const done = event.finally(() => (isOver = true))
  const refused = (async () => {
    let count = 0
    while (!isOver) {
      if (!(await isAnswering(issuer))) count += 1
      await setTimeout(20)
    }
    return count
  })()
  return { done, refused }
}
