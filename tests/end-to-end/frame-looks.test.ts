import { describe, test } from 'vitest'

import { expectAccessible, expectNothingSticksOut } from './support/accessibility.ts'
import { takePicture } from './support/picture.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

/** The other places are looked at in places-looks.test.ts. */
const PATHS = [
  ['browser', '/browser'],
  ['not-found', '/nothing/here'],
] as const

const SIZES = [
  { name: '1440', width: 1440, height: 900 },
  { name: '1024', width: 1024, height: 700 },
  { name: '390', width: 390, height: 844 },
] as const

const VIEWS = PATHS.flatMap(([name, path]) =>
  SIZES.map(({ name: size, ...viewport }) => ({ name, path, size, viewport })),
)

describe.skipIf(noShell || isStandIn).for(['light', 'dark'] as const)('in %s', (colorScheme) => {
  const screens = useScreens({ remembered: VISITED, colorScheme })

  test.for(VIEWS)(
    '$name at $size has nothing for axe to object to, and fits',
    async ({ name, path, size, viewport }) => {
      const { page } = screens
      await screens.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.setViewportSize(viewport)
      await page.waitForFunction(() => document.querySelector('main [aria-busy=true]') === null)
      await expectNothingSticksOut(page)
      await expectAccessible(page)
      await takePicture(page, `${name}-${size}-${colorScheme}`)
    },
  )

  test('the palette, the menus and the drawer have nothing for axe to object to in a narrow window', async () => {
    const { page } = screens
    await screens.goto('/users')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })

    await page.getByRole('button', { name: 'Open the navigation' }).click()
    const drawer = page.getByRole('dialog', { name: 'Valet Key' })
    await drawer.waitFor()
    await expectAccessible(page)
    await takePicture(page, `drawer-390-${colorScheme}`)
    await drawer.getByRole('link', { name: /^APIs/ }).click()
    await drawer.waitFor({ state: 'hidden' })
    await page.getByRole('heading', { level: 1, name: 'APIs' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.id === 'screen-title')

    await page.getByRole('button', { name: 'Open the navigation' }).click()
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Open the navigation')

    await page.getByRole('button', { name: /^Search screens/ }).click()
    await page.getByRole('combobox').fill('redirect')
    await page
      .getByRole('option', { name: /^redirect_uri\b/ })
      .first()
      .waitFor()
    await expectNothingSticksOut(page)
    await expectAccessible(page)
    await takePicture(page, `palette-390-${colorScheme}`)
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Scenarios' }).click()
    await page.getByRole('menu').waitFor()
    await expectAccessible(page)
    await takePicture(page, `scenarios-390-${colorScheme}`)
    await page.keyboard.press('Escape')
  })

  test('the palette and the sheet of shortcuts, in a wide window', async () => {
    const { page } = screens
    await page.setViewportSize({ width: 1440, height: 900 })
    await screens.goto('/applications')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.getByRole('option', { name: /^Traffic/ }).waitFor()
    await takePicture(page, `palette-1440-${colorScheme}`)
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await expectAccessible(page)
    await takePicture(page, `shortcuts-1440-${colorScheme}`)
  })
})
