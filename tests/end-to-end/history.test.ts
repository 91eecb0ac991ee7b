import { describe, expect, test } from 'vitest'

import { expectGoodLooks } from './support/looks.ts'
import { addressOf, openPlace } from './support/open-place.ts'
import { noShell, shellName } from './support/shell.ts'
import { useScreens } from './support/use-screens.ts'
import { VISITED } from './support/visited.ts'

// The desktop app shows the same files.
describe.skipIf(noShell || shellName !== 'browser')('the history of changes', () => {
  const screens = useScreens({ remembered: VISITED, reducedMotion: true })
  const button = (name: string) => screens.page.getByRole('button', { name, exact: true })
  const list = () => screens.page.getByRole('listbox', { name: 'Changes' })
  const option = (name: RegExp) => list().getByRole('option', { name })
  const dialog = () => screens.page.getByRole('dialog', { name: 'Put this change back?' })
  const nickname = async () => (await screens.call('users.get', { username: 'alice' })).value.claims['nickname']
  const nick = (name: string) =>
    screens.call('users.change', { username: 'alice', changes: { claims: { nickname: name } } })

  test('is empty at first, and what is changed comes while one looks', async () => {
    await openPlace(screens, '/history', 'History')
    await screens.page.getByText('Nothing has been changed yet').waitFor()
    await nick('Lissy')
    await option(/Changed alice: claims/).waitFor()
    await screens.call('clients.change', { client_id: 'my-todos', changes: { client_name: 'Todos' } })
    await option(/Changed my-todos: client_name/).click()
    const detail = screens.page.getByRole('region', { name: 'Change', exact: true })
    expect(
      await detail
        .getByRole('row', { name: /client_name/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual(['MyTodos.io', 'Todos'])
    await expect.poll(() => addressOf(screens)).toMatch(/^\/history\/[\w-]+$/)
    await expectGoodLooks(screens.page, 'history/change')
    await screens.page.reload()
    await detail.getByText('clients.change').waitFor()
  })

  test('is narrowed by kind and by what is typed', async () => {
    await openPlace(screens, '/history', 'History')
    await screens.page.getByRole('combobox', { name: 'Kind' }).selectOption('users')
    await option(/my-todos/).waitFor({ state: 'detached' })
    await screens.page.getByRole('combobox', { name: 'Kind' }).selectOption('')
    await screens.page.getByRole('searchbox', { name: 'Filter by id' }).fill('TODO')
    await option(/alice/).waitFor({ state: 'detached' })
    await option(/my-todos/).waitFor()
    await screens.page.getByRole('combobox', { name: 'Door' }).selectOption('rest')
    await screens.page.getByRole('link', { name: 'Show all changes' }).click()
    await option(/alice/).waitFor()
  })

  test('puts a change back after saying what that does, with undo', async () => {
    await option(/alice/).click()
    await button('Put back').click()
    await dialog().getByText('claims.nickname').waitFor()
    await button('Put it back').click()
    await expect.poll(nickname).toBe('Al')
    const message = screens.page.locator('[data-messages] > li').filter({ hasText: 'The change is put back' })
    await message.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(nickname).toBe('Lissy')
  })

  test('says what stands against putting back, and what is lost by doing it all the same', async () => {
    const { items } = await screens.call('history.list', { kind: 'users', entity: 'alice' })
    await nick('Lizzy')
    await openPlace(screens, `/history/${items.at(-1)?.id ?? ''}`, 'History')
    await button('Put back').click()
    await dialog().getByText('Something has been changed again since').waitFor()
    await button('Put back all the same').click()
    await expect.poll(nickname).toBe('Al')
  })

  test('says so when a change is not there any more', async () => {
    await openPlace(screens, '/history/nobody-did-this', 'History')
    await screens.page.getByText('This change is not there').waitFor()
  })
})
