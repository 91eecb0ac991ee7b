import type { Locator } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath } from '../support/chromium.ts'
import { type Gallery, openGallery } from './open-gallery.ts'

describe.skipIf(chromiumPath() === undefined)('by keyboard alone', () => {
  let gallery: Gallery

  beforeAll(async () => {
    gallery = await openGallery()
  })

  afterAll(async () => {
    await gallery.close()
  })

  beforeEach(async () => {
    await gallery.show('light')
  })

  it('a busy button keeps the focus and does nothing, a disabled one is passed over', async () => {
    const specimen = gallery.specimen('Button')
    const busy = specimen.locator('[data-state=busy] button').first()
    await busy.focus()
    await press('Enter', 'Space')
    expect(await busy.getAttribute('data-presses')).toBe('0')
    expect(await isFocused(busy)).toBe(true)
    const before = specimen.locator('[data-state=focus] button').last()
    await before.focus()
    await press('Enter', 'Tab')
    expect(await before.getAttribute('data-presses')).toBe('1')
    expect(await isFocused(busy)).toBe(true)
  })

  it('a copy button copies, shows that it did, and says so', async () => {
    const specimen = gallery.specimen('CopyButton')
    await specimen.getByRole('button', { name: 'Copy the issuer’s address' }).focus()
    await press('Enter')
    await specimen.getByRole('status').getByText('Copied').waitFor()
    expect(await clipboard()).toBe('http://localhost:4400')
  })

  it('a copy button that may not copy says that too', async () => {
    await gallery.tab.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'))
      document.execCommand = () => false
    })
    const specimen = gallery.specimen('CopyButton')
    await specimen.getByRole('button').press('Enter')
    await specimen.getByRole('status').getByText('did not allow').waitFor()
    expect(await isFocused(specimen.getByRole('button'))).toBe(true)
  })

  it('a menu opens on its first entry, goes round, finds by letter, and gives the focus back', async () => {
    const specimen = gallery.specimen('Menu')
    const trigger = specimen.getByRole('button', { name: 'More about this exchange' })
    await trigger.focus()
    for (const [key, entry] of [
      ['Enter', 'Export as HAR'],
      ['ArrowUp', 'Delete'],
      ['ArrowDown', 'Export as HAR'],
      ['ArrowDown', 'Show requests for keys'],
      ['ArrowDown', 'Delete'],
      ['e', 'Export as HAR'],
    ] as const) {
      await press(key)
      await expect.poll(focusedName).toBe(entry)
    }
    await press('Escape')
    await expect.poll(() => isFocused(trigger)).toBe(true)
    await press('Enter')
    await expect.poll(focusedName).toBe('Export as HAR')
    await press('Enter')
    await specimen.getByText('Chosen: export').waitFor()
    await expect.poll(() => isFocused(trigger)).toBe(true)
  })

  it('a menu says which of its entries are on', async () => {
    const trigger = gallery.specimen('Menu').getByRole('button')
    await trigger.focus()
    await press('Enter')
    await expect.poll(focusedName).toBe('Export as HAR')
    await press('ArrowDown')
    await expect.poll(focusedName).toBe('Show requests for keys')
    const entry = gallery.tab.getByRole('menuitemcheckbox', { name: 'Show requests for keys' })
    expect(await entry.getAttribute('aria-checked')).toBe('true')
    await press('Enter')
    await expect.poll(() => isFocused(trigger)).toBe(true)
    await press('Enter')
    await entry.waitFor()
    expect(await entry.getAttribute('aria-checked')).toBe('false')
  })

  it('tabs change with the arrows, with Home and with End', async () => {
    const specimen = gallery.specimen('Tabs')
    await specimen.getByRole('tab', { name: 'Exchange' }).focus()
    await press('ArrowRight')
    await specimen.getByText('As it went over the wire.').waitFor()
    await expect.poll(focusedName).toBe('Raw')
    await press('End')
    await specimen.getByText('At length.').waitFor()
    await press('Home')
    await expect.poll(focusedName).toBe('Exchange')
    await press('Tab')
    expect(await isFocused(specimen.getByRole('tabpanel'))).toBe(true)
  })

  it('a select says what it is for and what is chosen, and changes with the arrows', async () => {
    const select = gallery.specimen('Select').getByRole('combobox', { name: 'Keep traffic' })
    await select.focus()
    expect(await select.inputValue()).toBe('week')
    await press('Space')
    await expect.poll(() => isOpen(select)).toBe(true)
    await press('ArrowDown', 'Enter')
    await expect.poll(() => isOpen(select)).toBe(false)
    expect(await select.inputValue()).toBe('always')
    await press('Space', 'ArrowUp', 'Escape')
    await expect.poll(() => isOpen(select)).toBe(false)
    expect(await select.inputValue()).toBe('always')
    expect(await isFocused(select)).toBe(true)
  })

  it('one of several is chosen with the arrows, from one tab stop', async () => {
    const group = gallery.specimen('Segmented').getByRole('group', { name: 'Direction' })
    await group.getByRole('radio', { name: 'Both' }).focus()
    await press('ArrowLeft')
    expect(await group.getByRole('radio', { name: 'Received' }).isChecked()).toBe(true)
    await press('Tab')
    expect(await group.locator(':focus').count()).toBe(0)
  })

  it('a switch and a box change with the space bar', async () => {
    const toggle = gallery.specimen('Switch').getByRole('switch', { name: 'Start with the system' })
    await toggle.focus()
    await press('Space')
    expect(await toggle.isChecked()).toBe(false)
    const box = gallery.specimen('Checkbox').getByRole('checkbox', { name: 'Show requests for keys' })
    await box.focus()
    await press('Space')
    expect(await box.isChecked()).toBe(true)
  })

  it('a number can be emptied on the way to another', async () => {
    const field = gallery.specimen('NumberField').getByRole('spinbutton', { name: 'Access tokens live' })
    await field.focus()
    await press('ControlOrMeta+a', 'Backspace')
    expect(await field.inputValue()).toBe('')
    await gallery.tab.keyboard.type('90')
    await press('ArrowUp')
    expect(await field.inputValue()).toBe('91')
  })

  it('a dialog takes the focus to what is to be filled in, keeps it, and gives it back', async () => {
    const button = gallery.specimen('Dialog').getByRole('button', { name: 'Rename the application' })
    await button.press('Enter')
    const dialog = gallery.tab.getByRole('dialog', { name: 'Rename the application' })
    await expect.poll(() => isFocused(dialog.getByRole('textbox', { name: 'New name' }))).toBe(true)
    const seen = new Set<string>()
    for (let step = 0; step < 8; step++) {
      seen.add(await focusedName())
      expect(await dialog.locator(':focus').count()).toBe(1)
      await press('Tab')
    }
    expect([...seen].toSorted()).toEqual(['Cancel', 'Close', 'New name', 'Rename'])
    await press('Escape')
    await expect.poll(() => isFocused(button)).toBe(true)
    expect(await dialog.count()).toBe(0)
  })

  it('a question that is dangerous to answer starts at Cancel, and Escape means Cancel', async () => {
    const specimen = gallery.specimen('ConfirmDialog')
    await specimen.getByRole('button', { name: 'Clear traffic' }).press('Enter')
    await expect.poll(focusedName).toBe('Cancel')
    await press('Escape')
    await specimen.getByText('Kept.').waitFor()
    await specimen.getByRole('button', { name: 'Clear traffic' }).press('Enter')
    await expect.poll(focusedName).toBe('Cancel')
    await press('Tab', 'Enter')
    await specimen.getByText('Cleared.').waitFor()
    await expect.poll(focusedName).toBe('Clear traffic')
  })

  it('a question that an entry of a menu asks gives the focus back to what opened the menu', async () => {
    const trigger = gallery.specimen('Menu').getByRole('button')
    await trigger.focus()
    await press('Enter')
    await expect.poll(focusedName).toBe('Export as HAR')
    await press('End')
    await expect.poll(focusedName).toBe('Delete')
    await press('Enter')
    await expect.poll(focusedName).toBe('Cancel')
    await press('Escape')
    await expect.poll(() => isFocused(trigger)).toBe(true)
  })

  it('a table goes from row to row with the arrows, and opens a row with Enter', async () => {
    const table = gallery.specimen('Table').getByRole('table', { name: 'Applications' })
    await table.getByRole('link', { name: 'MyTodos.io' }).focus()
    await press('ArrowDown')
    expect(await focusedName()).toBe('Checkout')
    await press('End', 'ArrowDown', 'Home', 'Enter')
    expect(await table.getByRole('link', { name: 'MyTodos.io' }).getAttribute('aria-current')).toBe('true')
    expect(await table.locator('[aria-current]').count()).toBe(1)
  })

  it('the bar between two parts moves with the arrows, and stays there', async () => {
    const specimen = gallery.specimen('SplitPanel')
    const bar = specimen.getByRole('separator', { name: 'Size of List' })
    await bar.focus()
    const before = Number(await bar.getAttribute('aria-valuenow'))
    await press('ArrowLeft', 'ArrowLeft')
    const after = Number(await bar.getAttribute('aria-valuenow'))
    expect(after).toBeLessThan(before)
    await gallery.show('light')
    await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeCloseTo(after, 0)
  })

  it('parts lie one below the other where the window is narrow, without a bar', async () => {
    await gallery.show('light', 640)
    const specimen = gallery.specimen('SplitPanel')
    const list = await specimen.getByRole('region', { name: 'List' }).boundingBox()
    const detail = await specimen.getByRole('region', { name: 'Detail' }).boundingBox()
    expect(detail?.y).toBeGreaterThan((list?.y ?? 0) + (list?.height ?? 0))
    expect(await specimen.getByRole('separator').count()).toBe(0)
  })

  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await gallery.tab.keyboard.press(key)
  }

  async function focusedName(): Promise<string> {
    return await gallery.tab.evaluate(() => {
      const { activeElement } = document
      const label = activeElement instanceof HTMLInputElement ? activeElement.labels?.[0] : undefined
      return activeElement?.getAttribute('aria-label') ?? (label ?? activeElement)?.textContent ?? ''
    })
  }

  async function clipboard(): Promise<string> {
    return await gallery.tab.evaluate(() => navigator.clipboard.readText())
  }
})

async function isFocused(element: Locator): Promise<boolean> {
  return await element.evaluate((node) => node === document.activeElement)
}

async function isOpen(select: Locator): Promise<boolean> {
  return await select.evaluate((node) => node.matches(':open'))
}
