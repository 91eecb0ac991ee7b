import { describe, expect, test } from 'vitest'

import { expectAccessible } from './support/accessibility.ts'
import { takePicture } from './support/picture.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('the tour, on a first visit', () => {
  const screens = useScreens()
  const invitation = () => screens.page.getByRole('region', { name: 'New here?' })
  const tour = () => screens.page.getByRole('dialog', { name: 'Tour' })

  test('is not offered to whoever follows a link', async () => {
    await screens.goto('/users')
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await invitation().count()).toBe(0)
  })

  test('is offered where one begins, and is out of the way: everything else works', async () => {
    await screens.goto('/')
    await invitation().waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'tour-offered')
    await screens.page.getByRole('link', { name: /^Traffic/ }).click()
    await screens.page.getByRole('heading', { level: 1, name: 'Traffic' }).waitFor()
    expect(await invitation().count()).toBe(0)
  })

  test('goes on and back by the keyboard, beside what it speaks of', async () => {
    await screens.goto('/')
    await invitation().getByRole('button', { name: 'Take the tour' }).press('Enter')
    await tour().getByRole('heading', { name: 'Your issuer' }).waitFor()
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'tour-first')
    await screens.page.keyboard.press('Enter')
    await tour().getByText('2 of 6').waitFor()
    await tour().getByRole('button', { name: 'Back' }).press('Enter')
    await tour().getByText('1 of 6').waitFor()
    for (const step of [2, 3, 4, 5, 6]) {
      await tour().getByRole('button', { name: 'Next' }).press('Enter')
      await tour().getByText(`${step} of 6`).waitFor()
    }
    await takePicture(screens.page, 'tour-last')
    await tour().getByRole('button', { name: 'Done' }).press('Enter')
    await tour().waitFor({ state: 'hidden' })
  })

  test('is not offered again once it has been taken', async () => {
    await screens.goto('/')
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await invitation().count()).toBe(0)
  })
})

describe.skipIf(noShell || isStandIn)('the tour, for somebody who does not want it', () => {
  const screens = useScreens({ path: '/' })
  const invitation = () => screens.page.getByRole('region', { name: 'New here?' })

  test('comes again when it was only put off', async () => {
    await invitation().getByRole('button', { name: 'Later' }).click()
    await invitation().waitFor({ state: 'hidden' })
    await screens.page.reload()
    await invitation().waitFor()
  })

  test('is gone for good when it was refused', async () => {
    await invitation().getByRole('button', { name: 'No, thanks' }).click()
    await invitation().waitFor({ state: 'hidden' })
    await screens.page.reload()
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    expect(await invitation().count()).toBe(0)
  })
})

describe.skipIf(noShell || isStandIn)('the tour, for somebody who has seen it', () => {
  const screens = useScreens({ remembered: VISITED, viewport: { width: 390, height: 844 } })

  test('is in the palette, fits a narrow window, and ends with Escape', async () => {
    await screens.page.getByRole('heading', { level: 1 }).waitFor()
    await screens.page.keyboard.press('Control+k')
    await screens.page.getByRole('combobox').waitFor()
    await screens.page.keyboard.type('tour')
    await screens.page.getByRole('option', { name: 'Take the tour' }).click()
    const tour = screens.page.getByRole('dialog', { name: 'Tour' })
    await tour.getByText('1 of 6').waitFor()
    await tour.getByRole('button', { name: 'Next' }).click()
    await tour.getByText('2 of 6').waitFor()
    await expectAccessible(screens.page)
    await screens.page.keyboard.press('Escape')
    await tour.waitFor({ state: 'hidden' })
  })
})
