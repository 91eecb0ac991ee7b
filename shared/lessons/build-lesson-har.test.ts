import { expect, it } from 'vitest'

import { buildLessonHar, listExchanges } from './build-lesson-har.ts'
import { nameLesson } from './lesson.ts'
import { givenLesson, WALKED_AT } from './testing/given-lesson.ts'

it('has what each step sent and was answered, where nothing was recorded of it', async () => {
  const lesson = await givenLesson('client-credentials')
  const { entries } = buildLessonHar(lesson).log
  const called = lesson.steps.filter(({ run }) => run.answer !== undefined)
  expect(entries.map(({ request, response }) => [request.method, request.url, response.status])).toEqual(
    called.map(({ run }) => [run.draft?.method, run.draft?.url, run.answer?.status]),
  )
  expect(entries[0]).toMatchObject({
    startedDateTime: new Date(WALKED_AT).toISOString(),
    time: 12,
    request: { postData: { params: expect.arrayContaining([{ name: 'grant_type', value: 'client_credentials' }]) } },
  })
})

it('has what was recorded once', async () => {
  const lesson = await givenLesson('client-credentials')
  const [recorded] = listExchanges(lesson)
  if (recorded === undefined) throw new Error('nothing was sent')
  const exchange = { ...recorded, id: 7 }
  const steps = lesson.steps.map((step, index) =>
    index === 0 ? { ...step, run: { ...step.run, exchanges: [7] } } : step,
  )
  const all = listExchanges({ ...lesson, steps, exchanges: [exchange] })
  expect(all).toHaveLength(listExchanges(lesson).length)
  expect(all.filter(({ id }) => id === 7)).toEqual([exchange])
})

it('is named for its walkthrough and its moment', async () => {
  expect(nameLesson(await givenLesson('client-credentials'))).toBe('client-credentials-2026-11-29-0840')
})
