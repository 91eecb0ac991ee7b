/** What keeps the issuer from starting is said in the window, with a way out. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { findFreePort, holdPort } from '../headless/launched.ts'
import { waitUntilRunning } from '../end-to-end/support/desktop/running.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

describe.skipIf(noChromium)('a desktop app that cannot start its issuer', () => {
  const desktop = useDesktop()

  it('says that the port is taken, and starts on another when asked', async () => {
    await using held = await holdPort()
    const home = await desktop.home({ ports: { issuer: held.port, screens: await findFreePort() } })
    const { page } = await desktop.start(home)
    await page.getByRole('heading', { name: `Port ${home.ports.issuer} is taken` }).waitFor()
    await page.getByRole('button', { name: /^Start on port / }).click()
    const { issuer } = await waitUntilRunning(page)
    expect(issuer).not.toContain(`:${home.ports.issuer}`)
    expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200)
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
  })

  it('starts on the same port when the other program has gone', async () => {
    const held = await holdPort()
    const home = await desktop.home({ ports: { issuer: await findFreePort(), screens: held.port } })
    const { page } = await desktop.start(home)
    await page.getByRole('heading', { name: `Port ${home.ports.screens} is taken` }).waitFor()
    await held[Symbol.asyncDispose]()
    await page.getByRole('button', { name: `Try ${home.ports.screens} again` }).click()
    expect((await waitUntilRunning(page)).api).toContain(`:${home.ports.screens}/`)
  })

  it('says that the data cannot be read, and begins anew when asked, without deleting anything', async () => {
    const home = await desktop.home()
    const file = 'valetkey.sqlite'
    mkdirSync(home.data, { recursive: true })
    writeFileSync(join(home.data, file), 'This is no database. '.repeat(500))
    const { page, standIn } = await desktop.start(home)
    await page.getByRole('heading', { name: 'The data cannot be opened' }).waitFor()
    await page.getByRole('button', { name: 'Show the folder' }).click()
    await expect.poll(() => standIn.tell('say what was opened outside')).toMatchObject({ paths: [home.data] })
    await page.getByRole('button', { name: 'Set it aside and begin anew' }).click()
    await page.getByRole('button', { name: 'Begin anew' }).click()
    await waitUntilRunning(page)
    await page.getByRole('navigation', { name: 'Places' }).waitFor()
    expect(readdirSync(home.data).filter((name) => name.startsWith(file))).not.toEqual([file])
    standIn.takeOutput()
  })
})
