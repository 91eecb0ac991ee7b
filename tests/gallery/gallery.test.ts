import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { findViolations } from '../support/find-violations.ts'
import { type Gallery, openGallery, type Theme } from './open-gallery.ts'

const THEMES: readonly Theme[] = ['light', 'dark']

/** What is not on the page until somebody asks for it: how to ask, and what appears. */
const OVERLAYS = [
  { name: 'Menu', button: 'More about this exchange', role: 'menu' },
  { name: 'Dialog', button: 'Rename the application', role: 'dialog' },
  { name: 'ConfirmDialog', button: 'Clear traffic', role: 'alertdialog' },
] as const

describe.skipIf(chromiumPath() === undefined)('the gallery', () => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await openGallery()
  })

  afterAll(async () => {
    await gallery.close()
  })

  it.each(THEMES)('in %s has nothing for axe to object to, and breaks no policy', async (theme) => {
    await gallery.show(theme)
    expect(await violations()).toEqual([])
    expect(gallery.complaints).toEqual([])
  })

  it.each(THEMES.flatMap((theme) => OVERLAYS.map((overlay) => ({ theme, ...overlay }))))(
    '$name in $theme has nothing for axe to object to when it is open',
    async ({ theme, name, button, role }) => {
      await gallery.show(theme)
      await gallery.specimen(name).getByRole('button', { name: button }).click()
      await gallery.tab.getByRole(role).waitFor()
      await animationsEnd()
      expect(await violations(`[role=${role}]`)).toEqual([])
      expect(gallery.complaints).toEqual([])
    },
  )

  it.each(THEMES)('an open Select in %s has nothing for axe to object to', async (theme) => {
    await gallery.show(theme)
    const select = gallery.specimen('Select').getByRole('combobox', { name: 'Keep traffic' })
    await select.click()
    await expect.poll(() => select.evaluate((element) => element.matches(':open'))).toBe(true)
    expect(await violations('[data-specimen="Select"]')).toEqual([])
    expect(gallery.complaints).toEqual([])
  })

  it.each(THEMES)('a Tooltip in %s appears by focus alone and can be read', async (theme) => {
    await gallery.show(theme)
    await gallery.specimen('Tooltip').getByRole('button').focus()
    await gallery.tab.keyboard.press('Shift+Tab')
    await gallery.tab.keyboard.press('Tab')
    await gallery.tab.getByRole('tooltip').waitFor()
    expect(await violations('[data-radix-popper-content-wrapper]')).toEqual([])
    await gallery.tab.keyboard.press('Escape')
    await expect.poll(() => gallery.tab.getByRole('tooltip').count()).toBe(0)
  })

  it('fits a phone', async () => {
    await gallery.show('light', 390)
    expect(await gallery.tab.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    for (const { name, button, role } of OVERLAYS) {
      await gallery.specimen(name).getByRole('button', { name: button }).click()
      const box = await gallery.tab.getByRole(role).boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390)
      await gallery.tab.keyboard.press('Escape')
    }
    expect(gallery.complaints).toEqual([])
  })

  it('names the window after the screen, and lets the focus go to its title', async () => {
    await gallery.show('light')
    expect(await gallery.tab.title()).toBe('Traffic · Valet Key')
    await gallery.tab.evaluate(() => document.getElementById('screen-title')?.focus())
    expect(await gallery.tab.evaluate(() => document.activeElement?.textContent)).toBe('Traffic')
  })

  it('keeps the page still behind a dialog, with a style that the policy allows', async () => {
    await gallery.show('light')
    await gallery.specimen('Dialog').getByRole('button').click()
    await gallery.tab.getByRole('dialog').waitFor()
    expect(await gallery.tab.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden')
    expect(gallery.complaints).toEqual([])
  })

  it('moves the bar between two parts with the pointer, under the same policy', async () => {
    await gallery.show('light')
    const bar = gallery.specimen('SplitPanel').getByRole('separator')
    await bar.scrollIntoViewIfNeeded()
    const before = await bar.boundingBox()
    await bar.hover()
    await gallery.tab.mouse.down()
    await gallery.tab.mouse.move((before?.x ?? 0) - 120, before?.y ?? 0, { steps: 4 })
    expect(await gallery.tab.evaluate(() => getComputedStyle(document.body).cursor)).toMatch(/resize/)
    await gallery.tab.mouse.up()
    const after = await bar.boundingBox()
    expect((before?.x ?? 0) - (after?.x ?? 0)).toBeGreaterThan(100)
    expect(gallery.complaints).toEqual([])
  })

  it('keeps everything that one presses 24 pixels high and wide', async () => {
    await gallery.show('light')
    const small = await gallery.tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, a, [role=tab], [role=option], [role=separator]')]
        .map((element) => ({ element, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0 && Math.max(box.width, box.height) > 0 && box.height < 24)
        // The row around a link in a table is what one presses.
        .filter(({ element }) => element.closest('tr') === null)
        .map(({ element }) => element.outerHTML),
    )
    expect(small).toEqual([])
  })

  it('says in full what is cut off, where the pointer rests', async () => {
    await gallery.show('light', 390)
    const cutOff = await gallery.tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.truncate')].flatMap((element, index) =>
        element.clientWidth > 0 && element.scrollWidth > element.clientWidth ? [index] : [],
      ),
    )
    expect(cutOff.length).toBeGreaterThan(3)
    for (const index of cutOff) {
      const element = gallery.tab.locator('.truncate').nth(index)
      await element.hover()
      const title = await element.evaluate((node) => node.closest('[title]')?.getAttribute('title'))
      expect(title).toBe(await element.textContent())
    }
  })

  it('moves for those who want it only', async () => {
    await gallery.show('light')
    expect(await gallery.tab.evaluate(moving)).toBeGreaterThan(0)
    await gallery.tab.emulateMedia({ reducedMotion: 'reduce' })
    await expect.poll(() => gallery.tab.evaluate(moving)).toBe(0)
    await gallery.tab.emulateMedia({ reducedMotion: null })
  })

  it('shows its own letters, not the system’s', async () => {
    await gallery.show('light')
    const loaded = await gallery.tab.evaluate(() =>
      [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family),
    )
    expect(loaded.toSorted()).toEqual(['Inter Variable', 'JetBrains Mono'])
  })

  async function violations(within?: string): Promise<readonly unknown[]> {
    return await findViolations(gallery.tab, { within })
  }

  async function animationsEnd(): Promise<void> {
    await gallery.tab.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
          .map((animation) => animation.finished.catch(() => undefined)),
      ),
    )
  }
})

function moving(): number {
  return document.getAnimations().filter((animation) => animation.playState === 'running').length
}
