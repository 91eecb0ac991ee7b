import { expect, it } from 'vitest'

import { createToasts } from './create-toasts.ts'

it('shows the newest toasts and lets the oldest go', () => {
  const { getState } = createToasts()
  for (const text of ['one', 'two', 'three', 'four', 'five']) getState().show({ text })
  expect(getState().toasts.map(({ text }) => text)).toEqual(['two', 'three', 'four', 'five'])
})

it('takes away the toast that was dismissed, and no other', () => {
  const { getState } = createToasts()
  const first = getState().show({ text: 'one' })
  getState().show({ text: 'two', tone: 'bad' })
  getState().dismiss(first)
  getState().dismiss(first)
  expect(getState().toasts).toMatchObject([{ text: 'two', tone: 'bad' }])
})
