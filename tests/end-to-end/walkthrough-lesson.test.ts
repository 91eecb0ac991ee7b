/** A walkthrough that was run, handed on as a file and opened again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import type { Lesson } from '#shared/lessons/lesson.ts'
import { listSecrets } from '#shared/lessons/mask-lesson.ts'
import { parseLesson } from '#shared/lessons/parse-lesson.ts'

import { sharedChromium } from '../support/chromium.ts'
import { expectAccessible } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace, placeTitle } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import type { Screens } from './support/screens.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'
import { CODE, message, openRun, runOf, stepButton, steps } from './support/walk.ts'

const FLOW = 'authorization-code-pkce'
const TITLE = 'Authorization Code with PKCE'

interface Exported {
  readonly name: string
  readonly path: string
  readonly text: string
}

// What is downloaded is the browser's affair: on the desktop, a dialog of the system asks where to put it.
describe.skipIf(noShell || shellName !== 'browser')('an exported walkthrough', () => {
  const screens = useScreens({ remembered: VISITED })
  const folder = mkdtempSync(join(tmpdir(), 'valetkey-lessons-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  let page: Exported
  let whole: Lesson

  test('is a page, Markdown, a HAR or a file, masked unless one says otherwise', async () => {
    const id = await openRun(screens, FLOW, CODE)
    await screens.call('runs.runTo', { id, answer: true })
    await screens.page.getByText('Done: every step was taken').waitFor()

    await openExport(screens, 'Lesson (HTML)…')
    const dialog = screens.page.getByRole('dialog', { name: 'Export this walkthrough' })
    await dialog.getByText(/recorded requests with their answers/).waitFor()
    await dialog.getByText(/\d tokens, taken apart, without what makes them valid/).waitFor()
    await takePicture(screens.page, 'lesson-export')
    await expectAccessible(screens.page)
    page = await save(screens, folder)
    expect(page.name).toMatch(/^authorization-code-pkce-\d{4}-\d\d-\d\d-\d{4}\.html$/)

    await openExport(screens, 'HAR…')
    await screens.page.getByRole('radio', { name: 'Lesson file' }).check()
    await screens.page.getByRole('switch', { name: 'Mask secrets' }).uncheck()
    await screens.page.getByText('Secrets will be in it').waitFor()
    const open = await save(screens, folder)
    expect(open.name).toMatch(/\.valetkey-lesson$/)
    whole = parseLesson(open.text)

    await openExport(screens, 'HAR…')
    const har = await save(screens, folder)
    await openExport(screens, 'Markdown…')
    const markdown = await save(screens, folder)

    const secrets = listSecrets(whole)
    const { known } = await runOf(screens, id)
    for (const name of ['access_token', 'code', 'code_verifier', 'id_token'])
      expect(secrets).toContain(known[name]?.value)
    for (const { text } of [page, har, markdown]) expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(secrets.filter((secret) => !open.text.includes(secret))).toEqual([])

    expectHar(JSON.parse(har.text), whole.exchanges.length)
    expect(markdown.text).toMatch(/^# Authorization Code with PKCE\n/)
    expect(markdown.text.match(/^## \d+\. /gm)).toHaveLength(whole.steps.length)
  }, 120_000)

  describe('as a page', () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await sharedChromium('shell')
    })

    test('is stepped through by keys from a file, and asks nobody for anything', async () => {
      const { shown, complaints, asked } = await showFile(browser, page.path)
      await shown.getByRole('heading', { level: 2, name: '1. Make a state' }).waitFor()
      await shown.keyboard.press('ArrowRight')
      await shown.getByRole('heading', { level: 2, name: '2. Make a nonce' }).waitFor()
      await shown.keyboard.press('ArrowLeft')
      await shown.getByRole('heading', { level: 2, name: '1. Make a state' }).waitFor()
      const next = shown.getByRole('button', { name: 'Next step' })
      for (const { shown: step } of whole.steps.slice(1)) {
        await next.click()
        await shown.getByRole('heading', { level: 2, name: new RegExp(`^\\d+\\. ${step.title}$`) }).waitFor()
      }
      expect(await next.isDisabled()).toBe(true)
      await shown.getByText(`Step ${whole.steps.length} of ${whole.steps.length}`).waitFor()

      await shown
        .getByRole('link', { name: /POST \/token/ })
        .first()
        .click()
      await shown.getByRole('heading', { level: 2, name: /Exchange the code/ }).waitFor()
      expect(await shown.getByRole('heading', { level: 2, name: /^\d+\. / }).count()).toBe(1)
      expect(shown.url()).toMatch(/#step-\d+$/)
      await shown.reload()
      await shown.getByRole('heading', { level: 2, name: /Exchange the code/ }).waitFor()
      await shown
        .getByText('The secret whose hash the authorization request carried.')
        .filter({ visible: true })
        .waitFor()

      await shown.getByRole('button', { name: 'Show all steps' }).click()
      expect(await shown.getByRole('heading', { level: 2, name: /^\d+\. / }).count()).toBe(whole.steps.length)
      expect({ complaints, asked }).toEqual({ complaints: [], asked: [] })
      await shown.context().close()
    })

    test('is fit to be looked at and read by anybody', async () => {
      const { shown } = await showFile(browser, page.path)
      await shown.goto(`${pathToFileURL(page.path).href}#step-7`)
      await shown.reload()
      await expectGoodLooks(shown, 'lesson-page', () =>
        shown.getByRole('heading', { level: 2, name: /^7\. / }).waitFor(),
      )
      await shown.context().close()
    })

    test('is one long page without a script', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false })
      const shown = await context.newPage()
      await shown.goto(pathToFileURL(page.path).href)
      expect(await shown.getByRole('heading', { level: 2, name: /^\d+\. / }).count()).toBe(whole.steps.length)
      expect(await shown.getByRole('button').count()).toBe(0)
      await context.close()
    })
  })

  test('is opened again, and is what it was', async () => {
    await openPlace(screens, '/walkthroughs', 'Walkthroughs')
    await screens.page.getByLabel('Exported lesson').setInputFiles(page.path)
    await placeTitle(screens, TITLE).waitFor()
    await screens.page.getByText('This is a recording').waitFor()
    await screens.page.getByText('Passwords, codes, tokens, cookies and keys were masked').waitFor()
    await expect.poll(() => addressOf(screens)).toBe('/walkthroughs/lesson')
    expect(await steps(screens.page).getByRole('button').count()).toBe(whole.steps.length)

    await screens.page.keyboard.press('ArrowRight')
    await screens.page.getByRole('heading', { level: 2, name: '2. Make a nonce' }).waitFor()
    await stepButton(screens.page, 'Exchange the code for tokens').click()
    await screens.page.getByRole('tab', { name: 'Request' }).click()
    await screens.page.getByText('code_verifier').first().waitFor()
    expect(await screens.page.getByRole('button', { name: 'Send it again from here' }).count()).toBe(0)
    await screens.page.getByRole('tab', { name: 'Tokens' }).click()
    await screens.page.getByText('Signature valid').first().waitFor()
    await screens.page.getByRole('tab', { name: 'Explain' }).click()
    await message(screens.page, /GET \/userinfo/).click()
    await screens.page.getByRole('heading', { level: 2, name: /Ask UserInfo/ }).waitFor()

    await screens.page.reload()
    await screens.page.getByRole('heading', { level: 2, name: /Ask UserInfo/ }).waitFor()
    await screens.page.getByRole('link', { name: 'Walk it here' }).click()
    await screens.page.getByRole('button', { name: 'Start' }).waitFor()
    await expect.poll(() => addressOf(screens)).toMatch(/^\/walkthroughs\/authorization-code-pkce\?client=my-todos&/)
    await screens.page.goBack()
    await screens.page.getByText('Recording, masked').waitFor()
  })

  test('is fit to be looked at when it is opened', async () => {
    await openFile(screens, page.path)
    await expectGoodLooks(screens.page, 'lesson-opened', () => screens.page.getByText('This is a recording').waitFor())
    await screens.page.emulateMedia({ colorScheme: 'light' })
  })

  test('is dropped anywhere on the screen', async () => {
    await openPlace(screens, '/walkthroughs', 'Walkthroughs')
    await dropFile(screens.page, 'dropped.html', page.text)
    await screens.page.getByText('It is shown from dropped.html').waitFor()
  })

  test('that is none, damaged, newer or too large says so, and another can be opened', async () => {
    const lesson = JSON.parse(JSON.stringify(whole)) as Record<string, unknown>
    const files = [
      ['notes.html', '<p>notes</p>', 'There is no lesson in this file.'],
      ['newer.valetkey-lesson', JSON.stringify({ ...lesson, version: 2 }), 'This lesson is of format 2'],
      [
        'damaged.valetkey-lesson',
        JSON.stringify({ ...lesson, steps: 1 }),
        'At steps: found a number, expected an array.',
      ],
      ['large.html', ' '.repeat(20 * 1024 * 1024 + 1), 'This file is larger than 20 MB'],
    ] as const
    await openPlace(screens, '/walkthroughs', 'Walkthroughs')
    for (const [name, text, said] of files) {
      const path = join(folder, name)
      writeFileSync(path, text)
      await screens.page.getByLabel('Exported lesson').setInputFiles(path)
      await screens.page.getByText(`${name} could not be opened`).waitFor()
      await screens.page.getByText(said).waitFor()
    }
    await takePicture(screens.page, 'lesson-refused')
    await expectAccessible(screens.page)
    await screens.page.getByLabel('Exported lesson').setInputFiles(page.path)
    await screens.page.getByText('This is a recording').waitFor()
  })

  test('is what happened so far, of a run that is still under way or was refused', async () => {
    await openRun(screens, FLOW, CODE, { to: 'token-request' })
    await openExport(screens, 'Lesson (HTML)…')
    await screens.page.getByText(/of \d+ steps were taken; the others are there as what was to come/).waitFor()
    const { text } = await save(screens, folder)
    const { run, steps: recorded } = parseLesson(text)
    expect(run.state).toBe('ready')
    expect(recorded.find(({ shown }) => shown.id === 'token-request')?.run.state).toBe('current')
  })
})

async function openExport({ page }: Screens, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function save({ page }: Screens, folder: string): Promise<Exported> {
  const dialog = page.getByRole('dialog', { name: 'Export this walkthrough' })
  await dialog.getByText('Saved as').waitFor()
  const downloading = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Export' }).click()
  const download = await downloading
  const name = download.suggestedFilename()
  const path = join(folder, name)
  await download.saveAs(path)
  await dialog.waitFor({ state: 'detached' })
  return { name, path, text: readFileSync(path, 'utf8') }
}

async function openFile(screens: Screens, path: string): Promise<void> {
  await openPlace(screens, '/walkthroughs', 'Walkthroughs')
  await screens.page.getByLabel('Exported lesson').setInputFiles(path)
}

/** In a browser of its own that reaches nobody. */
async function showFile(browser: Browser, path: string) {
  const context = await browser.newContext({ offline: true })
  const shown = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  shown.on('console', (said) => complaints.push(said.text()))
  shown.on('pageerror', (error) => complaints.push(error.message))
  const url = pathToFileURL(path).href
  shown.on('request', (request) => {
    if (request.url().split('#', 1)[0] !== url && request.url() !== 'data:,') asked.push(request.url())
  })
  await shown.goto(url)
  return { shown, complaints, asked }
}

async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (file) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([file.text], file.name, { type: 'text/html' }))
      for (const type of ['dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }
    },
    { name, text },
  )
}

/** HAR 1.2, as far as tools that read one rely on it. */
function expectHar(har: unknown, count: number): void {
  const message = {
    httpVersion: expect.any(String) as string,
    headers: expect.any(Array) as unknown[],
    cookies: expect.any(Array) as unknown[],
    headersSize: -1,
    bodySize: expect.any(Number) as number,
  }
  const entry = {
    startedDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    time: expect.any(Number) as number,
    request: {
      ...message,
      method: expect.any(String) as string,
      url: expect.stringMatching(/^http/) as string,
      queryString: expect.any(Array) as unknown[],
    },
    response: {
      ...message,
      status: expect.any(Number) as number,
      content: { size: expect.any(Number) as number, mimeType: expect.any(String) as string },
    },
    cache: {},
    timings: { send: 0, wait: expect.any(Number) as number, receive: 0 },
  }
  expect(har).toMatchObject({
    log: { version: '1.2', creator: { name: 'Valet Key' }, entries: Array.from({ length: count }, () => entry) },
  })
}
