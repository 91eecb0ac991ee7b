import { createHash } from 'node:crypto'

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'

import { pickUser, press, shownUser, signIn, status, visit } from './support/person.ts'
import type { SampleApp } from './support/sample-app.ts'
import { noChromium, useWorld } from './support/world.ts'

const VERIFIER = 'a-verifier-that-is-long-enough-for-rfc-7636'

function authorizeUrl(issuer: string, params: Readonly<Record<string, string>>): string {
  const request = { client_id: 'posting-notes', response_type: 'code', scope: 'openid email', ...params }
  return `${issuer}/authorize?${new URLSearchParams(request).toString()}`
}

function notesUrl(issuer: string, notes: SampleApp): string {
  return authorizeUrl(issuer, {
    client_id: 'notes',
    redirect_uri: notes.callback,
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
  })
}

/** Lifts the policy of the page that a frame is added to; whether the frame may be there is up to the framed page's. */
const ADDING_FRAMES = { bypassCSP: true }

/** Presses Tab until the focus stands on what is meant, as a person without a mouse does. */
async function tabTo(page: Page, role: 'button' | 'checkbox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' })
  await target.waitFor()
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`the focus never came to ${String(name)} at ${page.url()}`)
}

describe.skipIf(noChromium)("the issuer's pages in a browser", () => {
  const world = useWorld()

  it('can be walked through with the keyboard alone', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await tabTo(page, 'button', 'Sign in')
    await page.keyboard.press('Enter')
    await tabTo(page, 'button', /Sign in as Alice Adams/)
    await page.keyboard.press('Enter')
    await tabTo(page, 'checkbox', /email/i)
    await page.keyboard.press('Space')
    await tabTo(page, 'button', 'Allow')
    await page.keyboard.press('Enter')
    await status(page, 'signed in')
    expect((await shownUser(page)).scope.split(' ')).not.toContain('email')
  })

  it('take a name and a password that are typed, and say when they are wrong', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await press(page, 'Sign in')
    world.expectComplaint(/status of 422.*\/interaction\//)
    await page.getByRole('textbox', { name: 'Username' }).fill('bob')
    await page.getByRole('textbox', { name: 'Password' }).fill('guessed')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    await page.getByRole('textbox', { name: 'Password' }).fill('bob')
    await page.keyboard.press('Enter')
    await press(page, 'Allow')
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: 'bob' })
  })

  it('ask Carol for her second factor', async () => {
    const page = await world.newPage()
    await visit(page, world.notes)
    await press(page, 'Sign in')
    await pickUser(page, 'Carol Costa')
    const shown = /\b\d{3} ?\d{3}\b/.exec(await page.getByRole('main').innerText())?.[0] ?? ''
    await page.getByRole('textbox', { name: 'Code' }).fill(shown)
    await page.keyboard.press('Enter')
    await press(page, 'Allow')
    await status(page, 'signed in')
    expect((await shownUser(page)).profile).toMatchObject({ sub: 'carol', name: 'Carol Costa' })
  })

  it('work with JavaScript off', async () => {
    const page = await world.newPage({ javaScriptEnabled: false })
    await page.goto(notesUrl(world.issuer, world.notes))
    await pickUser(page)
    await press(page, 'Allow')
    await page.waitForURL(`${world.notes.callback}?code=**`)
  })

  it.each(['code', 'id_token', 'code id_token'])(
    'post %s to the app by a form that sends itself',
    async (response_type) => {
      const page = await world.newPage()
      const redirect_uri = world.notes.posted
      await page.goto(
        authorizeUrl(world.issuer, { response_type, redirect_uri, response_mode: 'form_post', nonce: 'n', state: 's' }),
      )
      await pickUser(page)
      await press(page, 'Allow')
      await page.waitForURL(redirect_uri)
      const names = [...response_type.split(' '), ...(response_type === 'code' ? ['iss'] : []), 'state']
      expect(await page.locator('p').innerText()).toBe(`POST: ${names.join(' ')}`)
    },
  )

  it('post by a form with a button where JavaScript is off', async () => {
    const page = await world.newPage({ javaScriptEnabled: false })
    const redirect_uri = world.notes.posted
    await page.goto(authorizeUrl(world.issuer, { redirect_uri, response_mode: 'form_post' }))
    await pickUser(page)
    await press(page, 'Allow')
    await page.getByRole('button').click()
    await page.waitForURL(redirect_uri)
    expect(await page.locator('p').innerText()).toBe('POST: code iss')
  })

  it("are not shown in a frame of the app's origin", async () => {
    const page = await world.newPage(ADDING_FRAMES)
    world.expectComplaint(/frame-ancestors/)
    await visit(page, world.notes)
    const frame = await addFrame(page, notesUrl(world.issuer, world.notes))
    expect(frame.url()).toBe('chrome-error://chromewebdata/')
  })

  it("are shown in a frame of the screens' origin, and sign in there", async () => {
    const page = await world.newPage(ADDING_FRAMES)
    await page.goto(world.screens)
    const frame = await addFrame(page, notesUrl(world.issuer, world.notes))
    await pickUser(frame)
    await press(frame, 'Allow')
    await frame.waitForURL(`${world.notes.callback}?code=**`)
  })

  it('follow the colours that the person prefers', async () => {
    const lightness = async (colorScheme: 'light' | 'dark') => {
      const page = await world.newPage({ colorScheme })
      await page.goto(notesUrl(world.issuer, world.notes))
      const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor)
      const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)?.map(Number) ?? []
      return (red + green + blue) / 3
    }
    expect(await lightness('light')).toBeGreaterThan(200)
    expect(await lightness('dark')).toBeLessThan(60)
  })

  it('stop at a wrong redirect address, and name it', async () => {
    const page = await world.newPage()
    world.expectComplaint(/status of 400/)
    await page.goto(authorizeUrl(world.issuer, { redirect_uri: `${world.notes.origin}/calback` }))
    expect(new URL(page.url()).origin).toBe(world.issuer)
    expect(await page.getByRole('main').innerText()).toMatch(/redirect_uri/)
  })

  it('lead back to the app from the address that was left open, after signing in elsewhere', async () => {
    const context = await world.newContext()
    const [left, other] = [await context.newPage(), await context.newPage()]
    await visit(left, world.notes)
    await press(left, 'Sign in')
    await left.getByRole('heading', { name: 'Sign in', exact: true }).waitFor()
    await signIn(other, world.notes)
    await pickUser(left, 'Alice Adams')
    await status(left, 'signed in')
  })

  async function addFrame(page: Page, url: string) {
    const [frame] = await Promise.all([
      page.waitForEvent(
        'framenavigated',
        (candidate) => candidate.parentFrame() !== null && candidate.url() !== 'about:blank',
      ),
      page.evaluate((src) => {
        const element = document.createElement('iframe')
        element.src = src
        document.body.append(element)
      }, url),
    ])
    return frame
  }
})
