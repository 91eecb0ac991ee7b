/** Files with an exported walkthrough, `.valetkey-lesson`, however the system hands them over. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'

import { writeLesson } from '#shared/lessons/embedded.ts'
import { renderPage } from '#shared/lessons/html/render-page.ts'
import { maskLesson } from '#shared/lessons/mask-lesson.ts'
import { givenLesson } from '#shared/lessons/testing/given-lesson.ts'

import { makeDirectory } from '../support/make-directory.ts'
import { noChromium, useDesktop } from './support/use-desktop.ts'

const lesson = maskLesson(await givenLesson('client-credentials'))

function givenFile(name: string, text: string): string {
  const path = join(makeDirectory(), name)
  writeFileSync(path, text)
  return path
}

function shown(page: Page): Promise<void> {
  return page.getByText('This is a recording').waitFor()
}

describe.skipIf(noChromium)('an exported lesson', () => {
  const desktop = useDesktop()

  it('that the program is started with is shown in its window', async () => {
    const path = givenFile('walk.valetkey-lesson', writeLesson(lesson))
    const { page } = await desktop.start(await desktop.home(), { args: [path] })
    await shown(page)
    await page.getByText('It is shown from walk.valetkey-lesson').waitFor()
    expect(page.url()).toMatch(/\/walkthroughs\/lesson$/)
  })

  it('is shown in the window that is there, when it comes by a second start or by an event', async () => {
    const home = await desktop.home()
    const { page, standIn } = await desktop.startRunning(home)
    const html = givenFile('walk.html', await renderPage(lesson))
    await desktop.launch(home, { args: [html] }).ended
    await page.getByText('It is shown from walk.html').waitFor()
    expect(await standIn.windows()).toMatchObject([{ isFocused: true }])

    const file = givenFile('other.valetkey-lesson', writeLesson(lesson))
    await standIn.tell('open a file', file)
    await page.getByText('It is shown from other.valetkey-lesson').waitFor()
  })

  it('that cannot be read is told of in words', async () => {
    const home = await desktop.home()
    const { page } = await desktop.startRunning(home)
    await desktop.launch(home, { args: [join(makeDirectory(), 'gone.valetkey-lesson')] }).ended
    await page.getByText('gone.valetkey-lesson could not be opened').waitFor()
    await page.getByText('It is not there any more.').waitFor()
    await desktop.launch(home, { args: [givenFile('notes.html', '<p>notes</p>')] }).ended
    await page.getByText('There is no lesson in this file.').waitFor()
  })
})
