import { describe, expect, test } from 'vitest'

import { addressOf, openPlace } from './support/open-place.ts'
import { isStandIn, noShell } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

describe.skipIf(noShell || isStandIn)('the reference', () => {
  const screens = useScreens({ remembered: VISITED })
  const names = () => screens.page.getByRole('listbox', { name: 'Names of the protocol' })
  const detail = () => screens.page.getByRole('region', { name: 'Explanation', exact: true })

  test('explains a name with every meaning that it has, and where that is written', async () => {
    await openPlace(screens, '/reference/redirect_uri', 'Reference')
    await detail().getByText('authorization request, pushed authorization request').waitFor()
    await detail().getByText('token request', { exact: true }).waitFor()
    const spec = detail()
      .getByRole('link', { name: /RFC 6749/ })
      .first()
    expect(await spec.getAttribute('href')).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc6749#section-/)
    expect(await spec.getAttribute('target')).toBe('_blank')
  })

  test('is searched by name and by meaning, and the address keeps it', async () => {
    await openPlace(screens, '/reference', 'Reference')
    await screens.page.getByRole('searchbox', { name: 'Filter names' }).fill('PKCE only s256')
    await names().getByRole('option').nth(1).waitFor({ state: 'detached' })
    await names()
      .getByRole('option', { name: /code_challenge_method/ })
      .click()
    await expect.poll(() => addressOf(screens)).toBe('/reference/code_challenge_method?q=PKCE+only+s256')
    await detail().getByText('PKCE method').waitFor()
    await screens.page.reload()
    await detail().getByText('PKCE method').waitFor()
    expect(await names().getByRole('option').count()).toBe(1)
  })

  test('is narrowed to one kind', async () => {
    await openPlace(screens, '/reference?kind=error', 'Reference')
    await names()
      .getByRole('option', { name: /access_denied/ })
      .waitFor()
    expect(
      await names()
        .getByRole('option', { name: /^code_verifier/ })
        .count(),
    ).toBe(0)
    expect(await screens.page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('error')
  })

  test('says so about a name that it does not know', async () => {
    await openPlace(screens, '/reference/redirect-uri', 'Reference')
    await screens.page.getByText('Nothing is said here about redirect-uri').waitFor()
  })
})
