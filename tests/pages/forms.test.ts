import type { Browser, Page as Tab } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath, sharedChromium } from '../support/chromium.ts'
import { PAGES } from './fixtures.ts'
import { servePages, type PageServer } from './serve-pages.ts'

describe.skipIf(chromiumPath() === undefined)('the forms of the issuer, by keyboard and without script', () => {
  let browser: Browser
  let server: PageServer
  let tab: Tab

  beforeAll(async () => {
    server = await servePages(PAGES)
    browser = await sharedChromium('shell')
  })

  afterAll(async () => {
    await server.close()
  })

  beforeEach(async () => {
    server.posted.length = 0
    tab = await browser.newPage({ javaScriptEnabled: false })
  })

  afterEach(() => tab.close())

  async function open(name: string): Promise<void> {
    await tab.goto(`${server.origin}/${name}`)
  }

  /** Goes on with Tab until the control with this name has the focus, and gives the names passed on the way. */
  async function tabTo(name: string): Promise<readonly string[]> {
    const passed: string[] = []
    while (passed.length < 60) {
      await tab.keyboard.press('Tab')
      const focused = await tab.locator(':focus').ariaSnapshot()
      if (focused.includes(name)) return passed
      passed.push(focused)
    }
    throw new Error(`${name} cannot be reached by keyboard; passed ${passed.join(', ')}`)
  }

  async function submit(key: string): Promise<void> {
    await tab.keyboard.press(key)
    await tab.waitForFunction(() => document.title === 'posted')
  }

  async function press(name: string): Promise<void> {
    await tabTo(name)
    await submit('Enter')
  }

  it('reaches the first user first, then the others, the fields, and cancel last', async () => {
    await open('sign-in')
    expect(await tabTo('Alice Adams')).toEqual([])
    expect(await tabTo('Username')).toHaveLength(3)
    expect(await tabTo('Password')).toEqual([])
    expect(await tabTo('button "Sign in"')).toEqual([])
    expect(await tabTo('Cancel and go back to CalendarApp')).toEqual([])
  })

  it('reaches the scopes in order, then deny, then allow', async () => {
    await open('consent')
    expect(await tabTo('See your name and picture profile')).toEqual([])
    expect(await tabTo('Deny')).toHaveLength(4)
    expect(await tabTo('Allow')).toEqual([])
  })

  it.each(['second-factor', 'device-code', 'second-factor-error', 'device-code-error'])(
    'reaches the only field of %s first',
    async (name) => {
      await open(name)
      expect(await tabTo('textbox')).toEqual([])
    },
  )

  it('shows where the focus is', async () => {
    await open('sign-in')
    await tabTo('Alice Adams')
    const outline = await tab.locator(':focus').evaluate((element) => getComputedStyle(element).outlineStyle)
    expect(outline).toBe('solid')
  })

  it('sends the name of the user whose button is pressed', async () => {
    await open('sign-in')
    await press('Carol Clark')
    expect(server.posted).toEqual([{ path: '/sign-in', fields: [['account', 'carol']] }])
  })

  it('sends name and password by Enter in the last field', async () => {
    await open('sign-in-error')
    await tabTo('Username')
    await tabTo('Password')
    await tab.keyboard.type('secret')
    await submit('Enter')
    expect(server.posted[0]?.fields).toEqual([
      ['username', 'alice'],
      ['password', 'secret'],
      ['action', 'sign-in'],
    ])
  })

  it('cancels a sign-in without name and password', async () => {
    await open('sign-in')
    await press('Cancel and go back')
    expect(server.posted[0]?.fields).toEqual([['action', 'cancel']])
  })

  it.each([
    [
      'second-factor',
      'Use this code',
      [
        ['code', '492039'],
        ['action', 'verify'],
      ],
    ],
    ['second-factor', 'Go on without it', [['action', 'skip']]],
    ['second-factor', 'Cancel', [['action', 'cancel']]],
    ['consent', 'Deny', [['action', 'deny']]],
    [
      'device-code-error',
      'Continue',
      [
        ['xsrf', 'a1b2'],
        ['user_code', 'WDJB-MJHX'],
      ],
    ],
    [
      'device-confirm',
      'Yes, it is the same',
      [
        ['xsrf', 'a1b2'],
        ['user_code', 'WDJB-MJHT'],
        ['confirm', 'yes'],
      ],
    ],
    [
      'device-confirm',
      'No, stop',
      [
        ['xsrf', 'a1b2'],
        ['user_code', 'WDJB-MJHT'],
        ['abort', 'yes'],
      ],
    ],
    [
      'sign-out',
      'Sign out',
      [
        ['xsrf', 'a1b2'],
        ['logout', 'yes'],
      ],
    ],
    ['sign-out', 'Stay signed in', [['xsrf', 'a1b2']]],
    [
      'approvals',
      'Approve the request of Taxi Finder',
      [
        ['csrf', 'c3d4'],
        ['request', 'r1'],
        ['action', 'approve'],
      ],
    ],
    [
      'approvals',
      'Deny the request of MyTodos.io',
      [
        ['csrf', 'c3d4'],
        ['request', 'r2'],
        ['action', 'deny'],
      ],
    ],
  ])('sends from %s by “%s” the documented fields', async (name, button, fields) => {
    await open(name)
    await press(button)
    expect(server.posted).toMatchObject([{ fields }])
  })

  it('sends the code that was typed, and verifies by Enter', async () => {
    await open('second-factor')
    await tabTo('textbox')
    await tab.keyboard.type('123456')
    await submit('Enter')
    expect(server.posted[0]?.fields).toEqual([
      ['code', '123456'],
      ['action', 'verify'],
    ])
  })

  it('allows every scope unless one is unticked, the required one always', async () => {
    await open('consent')
    await tabTo('Stay connected')
    await tab.keyboard.press('Space')
    await press('Allow')
    expect(server.posted[0]?.fields).toEqual([
      ['scope', 'openid'],
      ['scope', 'profile'],
      ['scope', 'https://organizer.test/api read:appointments'],
      ['scope', 'https://organizer.test/api create:appointments'],
      ['scope', 'https://organizer.test/api read:contacts'],
      ['action', 'allow'],
    ])
  })

  it('takes Enter in a scope as allow, not as deny', async () => {
    await open('consent')
    await tabTo('Stay connected')
    await submit('Enter')
    expect(server.posted[0]?.fields.at(-1)).toEqual(['action', 'allow'])
  })

  it('ties an error to the fields and reads it out', async () => {
    await open('sign-in-error')
    const alert = tab.getByRole('alert')
    expect(await alert.textContent()).toBe('The user name or the password is wrong.')
    const field = tab.getByLabel('Username')
    expect(await field.getAttribute('aria-describedby')).toBe(await alert.getAttribute('id'))
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  })
})
