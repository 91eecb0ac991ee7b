import type { Locator } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { type Gallery, openGallery } from './open-gallery.ts'

const COUNT = 100_000

describe.skipIf(chromiumPath() === undefined)('what is long', () => {
  let gallery: Gallery
  let list: Locator

  beforeAll(async () => {
    gallery = await openGallery()
    list = gallery.specimen('VirtualList').getByRole('listbox', { name: 'Traffic' })
  })

  afterAll(async () => {
    await gallery.close()
  })

  beforeEach(async () => {
    await gallery.show('light')
  })

  it('is in the page only as far as it is in sight, and says how long it is', async () => {
    expect(await list.getByRole('option').count()).toBeLessThan(40)
    expect(await list.getByRole('option').first().getAttribute('aria-setsize')).toBe(String(COUNT))
  })

  it('starts at the selected row and follows the keys to either end', async () => {
    await list.focus()
    expect(await activeText()).toContain('number=3')
    await press('ArrowDown')
    expect(await activeText()).toContain('number=4')
    await press('End')
    await expectActiveInSight(`number=${COUNT - 1}`)
    await press('PageUp', 'ArrowUp')
    await expectActiveInSight('number=9999')
    await press('Home')
    await expectActiveInSight('number=0')
  })

  it('selects with Enter, with the space bar and with a press', async () => {
    await list.focus()
    await press('ArrowDown', 'Enter')
    expect(await selectedText()).toContain('number=4')
    await press('ArrowDown', 'Space')
    expect(await selectedText()).toContain('number=5')
    await list.getByText('number=1', { exact: false }).first().click()
    expect(await selectedText()).toContain('number=1')
    expect(await activeText()).toContain('number=1')
  })

  it('keeps the active row in the page when it is scrolled away, and comes back to it with the next key', async () => {
    await list.focus()
    await list.evaluate((box) => box.scrollTo(0, 1_000_000))
    await list.getByText('number=31250').waitFor()
    expect(await activeText()).toContain('number=3')
    await press('ArrowDown')
    await expectActiveInSight('number=4')
  })

  it('shows the row that is selected from elsewhere, and goes on from there', async () => {
    await gallery.specimen('VirtualList').getByRole('button', { name: 'Select 5000' }).click()
    await list.focus()
    await expectActiveInSight('number=5000')
    await press('ArrowUp')
    await expectActiveInSight('number=4999')
  })

  it('leaves in its place what is looked at while rows come in above', async () => {
    await gallery.specimen('VirtualList').scrollIntoViewIfNeeded()
    await list.evaluate((box) => box.scrollTo(0, 3200))
    const row = list.getByRole('option').filter({ hasText: 'number=102' })
    await row.waitFor()
    const before = await row.boundingBox()
    await gallery.specimen('VirtualList').getByRole('button', { name: 'Add three above' }).click()
    await gallery
      .specimen('VirtualList')
      .getByText(`${COUNT + 3} rows`)
      .waitFor()
    expect(await row.boundingBox()).toEqual(before)
    expect(await row.getAttribute('aria-posinset')).toBe('106')
    await list.focus()
    expect(await activeText()).toContain('number=3')
  })

  it('shows the newest row to those who are at the top', async () => {
    await gallery.specimen('VirtualList').getByRole('button', { name: 'Add three above' }).click()
    await list.getByText('number=-3').waitFor()
    expect(await list.evaluate((box) => box.scrollTop)).toBe(0)
  })

  it('goes on at the same place when the active row is removed', async () => {
    await gallery.specimen('VirtualList').getByRole('button', { name: 'Remove the selected' }).click()
    await list.focus()
    expect(await activeText()).toContain('number=4')
  })

  it('says that its end is in sight, once', async () => {
    await list.focus()
    await press('End')
    await gallery.specimen('VirtualList').getByText('end reached 1 times').waitFor()
    await press('ArrowUp', 'End')
    await gallery.specimen('VirtualList').getByText('end reached 1 times').waitFor()
  })

  it('scrolls through a hundred thousand rows with no more of them in the page than are in sight', async () => {
    const seen = await list.evaluate(async (box) => {
      const counts: number[] = []
      for (let step = 1; step <= 20; step++) {
        box.scrollTo(0, step * 135_000)
        await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
        counts.push(box.querySelectorAll('[role=option]').length)
      }
      return counts
    })
    expect(Math.min(...seen)).toBeGreaterThan(5)
    expect(Math.max(...seen)).toBeLessThan(60)
  })

  it('shows a megabyte in part at first, and all of it when asked', async () => {
    const specimen = gallery.specimen('CodeBlock, a megabyte')
    const shown = () => specimen.locator('code').evaluate((code) => code.textContent.length)
    expect(await shown()).toBeLessThan(11_000)
    await specimen.getByText('10 kB of 1 MB').waitFor()
    await specimen.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(shown).toBeGreaterThan(1_000_000)
    expect(await specimen.getByRole('button', { name: 'Show all' }).count()).toBe(0)
  })

  it('copies all of a megabyte, though it shows a part', async () => {
    await gallery.specimen('CodeBlock, a megabyte').getByRole('button', { name: 'Copy a megabyte' }).click()
    await expect.poll(async () => (await clipboard()).length).toBeGreaterThan(1_000_000)
  })

  it('is a tree that opens and closes by keyboard and says where one is', async () => {
    const tree = gallery.specimen('JsonTree').getByRole('tree', { name: 'Token response' })
    await tree.focus()
    await press('End', 'ArrowUp', 'ArrowUp')
    expect(await activeText(tree)).toContain('0: {2}')
    await press('ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight')
    expect(await activeText(tree)).toBe('value: 12.5')
    await gallery.specimen('JsonTree').getByText('$.authorization_details[0].amount.value').waitFor()
    await press('ArrowLeft', 'ArrowLeft')
    expect(await activeText(tree)).toBe('amount: {2}')
    expect(await tree.getByText('value: 12.5').count()).toBe(0)
  })

  it('is a tree of which the path and the value can be copied', async () => {
    const specimen = gallery.specimen('JsonTree')
    await specimen.getByRole('treeitem', { name: 'token_type' }).click()
    await specimen.getByRole('button', { name: 'Copy path' }).first().click()
    await expect.poll(clipboard).toBe('$.token_type')
    await specimen.getByRole('button', { name: 'Copy value' }).first().click()
    await expect.poll(clipboard).toBe('Bearer')
  })

  it('is a tree that holds long lists back until they are asked for', async () => {
    const tree = gallery.specimen('JsonTree').getByRole('tree', { name: 'Many numbers' })
    await tree.focus()
    await press('ArrowDown', 'ArrowRight', 'End')
    expect(await activeText(tree)).toBe('4900 more')
    expect(await tree.getByRole('treeitem').count()).toBe(103)
    await press('Enter')
    await expect.poll(() => tree.getByRole('treeitem').count()).toBe(5002)
  })

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await gallery.tab.keyboard.press(key)
  }

  async function expectActiveInSight(text: string): Promise<void> {
    await expect.poll(() => activeText()).toContain(text)
    const id = (await list.getAttribute('aria-activedescendant')) ?? ''
    const isInSight = () =>
      gallery.tab.evaluate((active) => {
        const row = document.getElementById(active)?.getBoundingClientRect()
        const box = document.querySelector('[role=listbox]')?.getBoundingClientRect()
        return row !== undefined && box !== undefined && row.top >= box.top - 1 && row.bottom <= box.bottom + 1
      }, id)
    await expect.poll(isInSight).toBe(true)
  }

  /** What a screen reader would say: the row that the list points at, which has to be in the page. */
  async function activeText(box: Locator = list): Promise<string | undefined> {
    return await box.evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant')
      return id === null ? undefined : document.getElementById(id)?.textContent.trim()
    })
  }

  async function selectedText(): Promise<string> {
    return await list.locator('[aria-selected=true]').innerText()
  }

  async function clipboard(): Promise<string> {
    return await gallery.tab.evaluate(() => navigator.clipboard.readText())
  }
})
