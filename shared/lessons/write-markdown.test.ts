import { expect, it } from 'vitest'

import { answering } from '../flows/testing/fake-world.ts'
import { givenLesson } from './testing/given-lesson.ts'
import { writeMarkdown } from './write-markdown.ts'

it('has a heading for each step, the messages in fences, and the diagram', async () => {
  const lesson = await givenLesson('client-credentials')
  const text = writeMarkdown(lesson)
  expect(text).toMatch(/^# Client Credentials\n/)
  expect(text).toContain('```mermaid\nsequenceDiagram\n')
  expect(text.match(/^## \d+\. .*/gm)).toEqual(
    lesson.steps.map(({ shown }, index) => `## ${index + 1}. ${shown.title}`),
  )
  expect(text).toMatch(/```http\nPOST \/token HTTP\/1\.1\nhost: /)
  expect(text).toMatch(/```http\nHTTP\/1\.1 200/)
})

it('is not broken out of by what was answered', async () => {
  const body = '{"a":"```\\n# not a heading\\n````"}\n```\n<b>bold</b>'
  const world = answering('token-request', (answer) => ({ ...answer, body }))
  const text = writeMarkdown(await givenLesson('client-credentials', { world }))
  const fence = /^(`{5,})http\nHTTP\/1\.1 200/m.exec(text)?.[1] ?? 'none'
  const start = text.indexOf(`${fence}http\nHTTP/1.1`)
  expect(text.slice(start)).toContain(`${body}\n${fence}\n`)
})
