import type { Locator } from 'playwright'
import { beforeAll, describe, expect, test } from 'vitest'

import { ask, converse } from './support/converse.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('traffic', () => {
  const screens = useScreens({ remembered: VISITED })
  const list = () => screens.page.getByRole('listbox', { name: 'Exchanges, newest first' })
  const rows = () => list().getByRole('option')
  const detail = () => screens.page.getByRole('region', { name: 'Exchange', exact: true })
  const newest = async () => (await screens.call('exchanges.list', { limit: 1 })).items[0]
  const isOption = async (row: Locator, position: number) =>
    expect(await row.getAttribute('aria-posinset')).toBe(String(position))

  test('says how to make the first exchange while there is none', async () => {
    await screens.call('exchanges.remove', {})
    await openPlace(screens, '/traffic', 'Traffic')
    await screens.page.getByText('Nothing recorded yet').waitFor()
    await screens.page.getByText(`${screens.program.issuer}/.well-known/openid-configuration`).waitFor()
    await ask(screens.program.issuer, 'first')
    await rows().filter({ hasText: 'word=first' }).waitFor()
  })

  describe('of an application that signs somebody in', () => {
    let state = ''
    beforeAll(async () => {
      if (!noShell) ({ state } = await converse(screens.program.issuer))
    })

    test('appears, newest first, with who spoke to whom', async () => {
      await openPlace(screens, '/traffic', 'Traffic')
      const refused = rows().filter({ hasText: 'invalid_grant' })
      await refused.waitFor()
      expect(await refused.textContent()).toContain('/token')
      await refused.getByTitle('calendar-app').waitFor()
      await refused.getByTitle('Issuer').waitFor()
      const times = await rows().evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-posinset'))))
      expect(times.length).toBeGreaterThan(10)
    })

    test('is explained: what was sent, with what it means and where that is written', async () => {
      const { items } = await screens.call('exchanges.list', { endpoint: 'authorization', search: state, limit: 50 })
      const request = items.find(({ url }) => url.includes('response_type'))
      await openPlace(screens, `/traffic/${request?.id}`, 'Traffic')
      await detail().getByText(state, { exact: true }).waitFor()
      await detail().getByRole('link', { name: 'code_challenge_method', exact: true }).waitFor()
      await detail().getByText('only S256 is taken here', { exact: false }).waitFor()
      const spec = detail()
        .getByRole('link', { name: /RFC 7636/ })
        .first()
      expect(await spec.getAttribute('href')).toMatch(/^https:\/\/www\.rfc-editor\.org\//)
    })

    test('says why the issuer refused a request, which the application is not told', async () => {
      await openPlace(screens, '/traffic', 'Traffic')
      await rows().filter({ hasText: 'invalid_grant' }).click()
      await detail().getByText('Why the issuer refused it').waitFor()
      await detail().getByText('What the application was told').waitFor()
      await detail().getByText('invalid_grant', { exact: true }).first().waitFor()
      await expect.poll(() => addressOf(screens)).toMatch(/^\/traffic\/\d+$/)
    })

    test('can be read as it was sent and answered', async () => {
      const { items } = await screens.call('exchanges.list', { endpoint: 'token', hasError: true })
      await openPlace(screens, `/traffic/${items[0]?.id}`, 'Traffic')
      await detail().getByRole('tab', { name: 'Raw' }).click()
      await expect.poll(() => addressOf(screens)).toBe(`/traffic/${items[0]?.id}?tab=raw`)
      const request = detail().getByRole('figure', { name: 'Request', exact: true })
      expect(await request.textContent()).toContain('POST /token HTTP/1.1')
      expect(await request.textContent()).toContain('grant_type=refresh_token')
      const response = detail().getByRole('figure', { name: 'Response', exact: true })
      expect(await response.textContent()).toContain('HTTP/1.1 400 Bad Request')
      await screens.page.reload()
      await detail().getByRole('tab', { name: 'Raw', selected: true }).waitFor()
    })

    test('leads from one exchange to the others of its sign-in', async () => {
      const { items } = await screens.call('exchanges.list', { endpoint: 'userinfo' })
      await openPlace(screens, `/traffic/${items[0]?.id}?tab=diagram`, 'Traffic')
      const siblings = detail().getByRole('list', { name: 'Exchanges of this sign-in, in their order' })
      await siblings.getByRole('link', { name: /\/authorize\?/ }).click()
      await siblings.locator('a[aria-current=true]', { hasText: '/authorize?' }).waitFor()
      await detail().getByRole('tab', { name: 'Exchange' }).click()
      await detail().getByText(state, { exact: true }).waitFor()
    })
  })

  test('does not pull away from under somebody who has scrolled down', async () => {
    await Promise.all(Array.from({ length: 80 }, (_, index) => ask(screens.program.issuer, `old-${index}`)))
    await openPlace(screens, '/traffic', 'Traffic')
    await rows().first().waitFor()
    await list().hover()
    await screens.page.mouse.wheel(0, 640)
    await screens.page.waitForFunction(() => (document.querySelector('[role=listbox]')?.scrollTop ?? 0) > 500)
    const [top, text] = await topRow(list())
    await ask(screens.program.issuer, 'while-away')
    const pill = screens.page.getByRole('button', { name: /^\d+ new$/ })
    await pill.waitFor()
    expect(await topRow(list())).toEqual([top, text])
    await pill.click()
    await rows().filter({ hasText: 'word=while-away' }).waitFor()
    await pill.waitFor({ state: 'detached' })
  })

  test('can be gone through by keyboard alone', async () => {
    await ask(screens.program.issuer, 'by-key')
    await openPlace(screens, '/traffic', 'Traffic')
    await rows().filter({ hasText: 'word=by-key' }).waitFor()
    await list().focus()
    await screens.page.keyboard.press('Home')
    await screens.page.keyboard.press('ArrowDown')
    await screens.page.keyboard.press('Enter')
    const selected = list().getByRole('option', { selected: true })
    await selected.waitFor()
    await isOption(selected, 2)
    await detail().getByRole('tab', { name: 'Exchange' }).waitFor()
    await screens.page.keyboard.press('End')
    await screens.page.keyboard.press('Enter')
    await screens.page.waitForFunction(
      () => document.querySelector('[role=option][aria-selected=true]')?.getAttribute('aria-posinset') !== '2',
    )
  })

  test('goes back to where one was, and from one exchange to the next is no step', async () => {
    await openPlace(screens, '/traffic', 'Traffic')
    await rows().first().click()
    await screens.page.waitForURL(/\/traffic\/\d+$/)
    const first = addressOf(screens)
    await rows().nth(1).click()
    await screens.page.waitForURL((url) => url.pathname !== first)
    await screens.page.goBack()
    await screens.page.waitForURL(/\/traffic$/)
  })

  test('says so when an exchange is not there', async () => {
    for (const id of ['99999999', 'nonsense', '0', '-1']) {
      await openPlace(screens, `/traffic/${id}`, 'Traffic')
      await screens.page.getByText(`Exchange ${id} is not there`).waitFor()
    }
    await screens.page.getByRole('link', { name: 'See all traffic' }).click()
    await screens.page.waitForURL(/\/traffic$/)
  })

  test('is cleared, says how many went, and fills again', async () => {
    await openPlace(screens, '/traffic', 'Traffic')
    const stored = (await screens.call('exchanges.stats', {})).stored
    await screens.page.getByRole('button', { name: 'Clear', exact: true }).click()
    await screens.page
      .getByText(`${stored.toLocaleString('en')} exchanges deleted.`)
      .first()
      .waitFor()
    await screens.page.getByText('Nothing recorded yet').waitFor()
    await ask(screens.program.issuer, 'after')
    await rows().filter({ hasText: 'word=after' }).waitFor()
    expect((await newest())?.url).toContain('word=after')
  })
})

/** The first row that is wholly in sight: how far down it is, and what it says. */
async function topRow(list: Locator): Promise<readonly [number, string]> {
  return await list.evaluate((box) => {
    const { top } = box.getBoundingClientRect()
    const row = [...box.querySelectorAll('[role=option]')]
      .map((option) => ({ at: Math.round(option.getBoundingClientRect().top - top), text: option.textContent ?? '' }))
      .filter(({ at }) => at >= 0)
      .toSorted((one, other) => one.at - other.at)[0]
    return [row?.at ?? 0, row?.text ?? ''] as const
  })
}
