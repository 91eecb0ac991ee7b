import { describe, expect, test } from 'vitest'

import { expectAccessible, expectNothingSticksOut } from './support/accessibility.ts'
import { expectGoodLooks } from './support/looks.ts'
import { openPlace } from './support/open-place.ts'
import { takePicture } from './support/picture.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('the settings of the issuer', () => {
  const screens = useScreens({ remembered: VISITED })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const settings = async () => (await screens.call('settings.get', {})).value
  const section = (id: string) => openPlace(screens, `/settings/${id}`, 'Settings')
  const undo = (text: string) =>
    screens.page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Undo' }).click()

  test('a lifetime is typed or chosen, said in words, refused at its field, and taken back', async () => {
    await section('lifetimes')
    const field = screens.page.getByRole('spinbutton', { name: 'Access tokens' })
    await field.fill('0')
    await button('Save').click()
    await screens.page.getByText('expected at least 1').waitFor()
    await field.fill('5400')
    await screens.page.getByText('seconds = 90 minutes').waitFor()
    await screens.page.getByRole('group', { name: 'Common lifetimes: Access tokens' }).getByText('5 minutes').click()
    await screens.page.keyboard.press('Control+s')
    await expect.poll(async () => (await settings()).lifetimes.accessToken).toBe(300)
    await undo('Settings saved')
    await expect.poll(async () => (await settings()).lifetimes.accessToken).toBe(3600)
  })

  test('a policy is kept while one looks elsewhere, and saved with the rest', async () => {
    await section('policies')
    await screens.page.getByRole('combobox', { name: 'PKCE is demanded of' }).selectOption('everyone')
    await screens.page.getByRole('link', { name: 'Lifetimes', exact: true }).click()
    await screens.page.getByText('Unsaved changes', { exact: true }).waitFor()
    await screens.page.getByRole('link', { name: 'Policies', exact: true }).click()
    await button('Save').click()
    await expect.poll(async () => (await settings()).policies.pkce).toBe('everyone')
  })

  test('a feature says what it takes from the discovery document, and from whom, before it goes', async () => {
    await section('features')
    await screens.page.getByRole('switch', { name: 'Device authorization' }).click()
    const effect = screens.page.getByRole('region', { name: 'What changes in the discovery document' })
    await effect.getByRole('row').filter({ hasText: 'device_authorization_endpoint' }).waitFor()
    await effect.getByRole('link', { name: 'Couch TV' }).waitFor()
    expect((await settings()).features.deviceFlow).toBe(true)
    await expectGoodLooks(screens.page, 'settings/features')
    await button('Save').click()
    await expect.poll(async () => (await settings()).features.deviceFlow).toBe(false)
  })

  test('the clock is moved, which every screen says until it is back', async () => {
    await section('clock')
    await button('1 day on').click()
    const banner = screens.page.getByRole('region', { name: 'Clock of the issuer' })
    await banner.getByText('1 day ahead').waitFor()
    await screens.page.getByRole('spinbutton', { name: 'Move it by' }).fill('-2')
    await screens.page.getByRole('combobox', { name: 'Unit of time' }).selectOption('days')
    await button('Move').press('Enter')
    await banner.getByText('1 day behind').waitFor()
    await screens.page.getByRole('spinbutton', { name: 'Move it by' }).fill('99999999')
    await button('Move').click()
    await screens.page.getByText('no further than ten years').waitFor()
    await screens.page.setViewportSize({ width: 390, height: 844 })
    await expectNothingSticksOut(screens.page)
    await expectAccessible(screens.page)
    await takePicture(screens.page, 'settings/clock-390')
    await screens.page.setViewportSize({ width: 1440, height: 900 })
    await openPlace(screens, '/applications', 'Applications')
    await banner.getByRole('button', { name: 'Back to now' }).press('Enter')
    await expect.poll(async () => (await settings()).clock.offset).toBe(0)
    await expect.poll(() => banner.count()).toBe(0)
  })

  test('the doctor says what does not fit, and what to do', async () => {
    await section('issuer')
    await button('Examine').click()
    const result = screens.page.getByRole('region', { name: 'What came of it' })
    await result.getByText('The address fits').waitFor()
    await result.getByText('read', { exact: true }).waitFor()
    const field = screens.page.getByRole('textbox', { name: 'Address that your application uses' })
    await field.fill(`${(await field.inputValue()).replace('localhost', '127.0.0.1')}/`)
    await field.press('Enter')
    await result.getByText('two names').waitFor()
    await result.getByText('What to do:').first().waitFor()
    await expectGoodLooks(screens.page, 'settings/doctor')
    await field.fill('🙂')
    await field.press('Enter')
    await screens.page.getByText('an absolute http or https address').waitFor()
  })
})
