import { expect, test, vi } from 'vitest'

import { createProblems } from './problems.ts'

function createWorld(show = vi.fn<(message: string) => Promise<void>>(() => Promise.resolve())) {
  const lines: string[] = []
  return { report: createProblems({ write: (line) => void lines.push(line), show }), lines, show }
}

test('the same problem is written each time and shown once', async () => {
  const { report, lines, show } = createWorld()
  report('The disk is full.')
  report('The disk is full.')
  await vi.waitFor(() => expect(show).toHaveBeenCalledExactlyOnceWith('The disk is full.'))
  expect(lines).toEqual(['The disk is full.\n', 'The disk is full.\n'])
})

test('one is shown at a time', async () => {
  const read = Promise.withResolvers<void>()
  const { report, show } = createWorld(vi.fn<() => Promise<void>>(() => read.promise))
  report('One.')
  report('Two.')
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(1))
  read.resolve()
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2))
})

test('of very many only the first are shown', async () => {
  const { report, lines, show } = createWorld()
  for (let number = 1; number <= 50; number += 1) report(`Problem ${number}.`)
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(5))
  expect(lines).toHaveLength(50)
})

test('one that cannot be shown does not keep the next from it', async () => {
  const show = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('no display')))
  const { report } = createWorld(show)
  report('One.')
  report('Two.')
  await vi.waitFor(() => expect(show).toHaveBeenCalledTimes(2))
})
