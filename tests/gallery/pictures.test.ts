import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.mjs'
import { chromiumPath } from '../support/chromium.ts'
import { type Box, loadPicture } from './compare-pictures.ts'
import { type Gallery, openGallery, type Theme } from './open-gallery.ts'

/**
 * Every primitive as a picture, in both themes: as it is in test-results/gallery, and compared at a quarter of its
 * size with the one in tests/gallery/pictures. VALETKEY_PICTURES=keep keeps the present ones for the next time.
 */
const KEEPS = process.env['VALETKEY_PICTURES'] === 'keep'

/** Other systems draw letters and scroll bars of their own. */
const KEPT_FOR = 'linux'

/**
 * Pixels of the small picture: less than a word in another colour. Other settings of how letters are drawn come to
 * none, since they are the gallery's own letters and placed to the fraction of a pixel.
 */
const ALLOWED = 6

const THEMES: readonly Theme[] = ['light', 'dark']
const WINDOW = { width: 640, height: 900 }

type Compare = Awaited<ReturnType<typeof loadPicture>>

describe.skipIf(chromiumPath() === undefined)('the pictures', () => {
  let gallery: Gallery
  let canvas: Page

  beforeAll(async () => {
    gallery = await openGallery()
    // In a window of its own: a page behind another one is not drawn.
    canvas = await gallery.newWindow()
    if (process.platform !== KEPT_FOR) {
      process.stderr.write(`The pictures of the gallery are those of ${KEPT_FOR}: taken here, compared with nothing.\n`)
    }
  })

  afterAll(async () => {
    await gallery.close()
  })

  it.each(THEMES)('of all primitives in %s are those that were kept', async (theme) => {
    await gallery.show(theme)
    const parts = await gallery.tab.evaluate(boxesInPage)
    expect(parts.length).toBeGreaterThan(25)
    const compare = await loadPicture(canvas, await gallery.tab.screenshot({ animations: 'disabled', fullPage: true }))
    const changed: string[] = []
    for (const { name, box } of parts) changed.push(...(await check(`${fileName(name)}-${theme}`, box, compare)))
    expect(changed).toEqual([])
  })

  it.each(THEMES)('of what opens in %s are those that were kept', async (theme) => {
    const changed: string[] = []
    for (const [name, button] of [
      ['Menu', 'More about this exchange'],
      ['Dialog', 'Rename the application'],
      ['ConfirmDialog', 'Clear traffic'],
      ['Select', 'Keep traffic'],
    ] as const) {
      await gallery.show(theme, WINDOW.width)
      await openOverlay(name, button)
      const compare = await loadPicture(canvas, await gallery.tab.screenshot({ animations: 'disabled' }))
      changed.push(...(await check(`${fileName(name)}-open-${theme}`, { x: 0, y: 0, ...WINDOW }, compare)))
    }
    expect(changed).toEqual([])
  })

  async function openOverlay(name: string, button: string): Promise<void> {
    const opener = gallery.specimen(name).getByRole(name === 'Select' ? 'combobox' : 'button', { name: button })
    await opener.focus()
    await opener.press('Space')
    if (name === 'Select') await expect.poll(() => opener.evaluate((select) => select.matches(':open'))).toBe(true)
    else await gallery.tab.locator('[role=menu], [role=dialog], [role=alertdialog]').waitFor()
  }

  async function check(name: string, box: Box, compare: Compare): Promise<readonly string[]> {
    const file = inRoot('tests', 'gallery', 'pictures', `${name}.png`)
    const kept = existsSync(file) ? readFileSync(file) : undefined
    const { part, small, differing } = await compare(box, kept)
    save(inRoot('test-results', 'gallery', `${name}.png`), part)
    if (kept !== undefined && differing <= ALLOWED) return []
    if (KEEPS) {
      save(file, small)
      process.stderr.write(`Kept a new picture of ${name}.\n`)
      return []
    }
    if (process.platform !== KEPT_FOR) return []
    return [kept === undefined ? `${name}: none was kept` : `${name}: ${differing} small pixels differ`]
  }
})

function boxesInPage() {
  return [...document.querySelectorAll<HTMLElement>('[data-specimen]')].map((specimen) => {
    const { x, y, width, height } = specimen.getBoundingClientRect()
    const box = { x: Math.round(x), y: Math.round(y + scrollY), width: Math.round(width), height: Math.round(height) }
    return { name: specimen.dataset['specimen'] ?? '', box }
  })
}

function fileName(name: string): string {
  return name.replaceAll(/\W+/g, '-').toLowerCase()
}

function save(file: string, content: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
