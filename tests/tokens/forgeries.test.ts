import { expect, it, onTestFinished } from 'vitest'

import { createForgeries } from '../../electron/core/api/tokens/forgeries.ts'
import { openStore } from '../../electron/core/store/open-store.ts'

it('keeps the hashes of the last thousand forged tokens, and nothing of the tokens themselves', () => {
  const { records, close } = openStore()
  onTestFinished(close)
  const forgeries = createForgeries(records)
  for (let count = 0; count < 1_005; count += 1) forgeries.add(`forged-${count}`, { with: 'none' })
  const kept = records.listIds('ForgedToken')
  expect(kept).toHaveLength(1_000)
  expect(forgeries.find('forged-1004')).toMatchObject({ with: 'none', hash: expect.stringMatching(/^[\w-]{43}$/) })
  expect(kept.join(' ')).not.toContain('forged-')
  expect(forgeries.find('never-forged')).toBeUndefined()
})
