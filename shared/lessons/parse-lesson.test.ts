import { describe, expect, it } from 'vitest'

import { FLOWS } from '../flows/flows.ts'
import { writeLesson } from './embedded.ts'
import { renderPage } from './html/render-page.ts'
import { LARGEST_LESSON } from './lesson.ts'
import { maskLesson } from './mask-lesson.ts'
import { parseLesson } from './parse-lesson.ts'
import { givenLesson } from './testing/given-lesson.ts'

const lesson = await givenLesson('authorization-code-pkce')

function changed(change: (copy: Record<string, unknown>) => void): string {
  const copy = structuredClone(lesson) as unknown as Record<string, unknown>
  change(copy)
  return JSON.stringify(copy)
}

describe('an exported lesson', () => {
  it.each(FLOWS.map(({ id }) => id))('of %s is the same when it is read again', async (id) => {
    const whole = await givenLesson(id)
    expect(parseLesson(writeLesson(whole))).toEqual(whole)
    const masked = maskLesson(whole)
    expect(parseLesson(await renderPage(masked))).toEqual(masked)
  })

  it('is read from a page that an editor has put a byte order mark before', async () => {
    expect(parseLesson(`\uFEFF${await renderPage(lesson)}`)).toEqual(lesson)
  })
})

describe('what is no lesson', () => {
  it.each([
    ['nothing', ''],
    ['another page', '<!doctype html><p>hello</p>'],
    ['other JSON', '{"log":{"version":"1.2"}}'],
    ['a list', '[]'],
    ['bytes', '\u0000\u0001'],
    ['nesting without end', '['.repeat(100_000)],
  ])('is refused: %s', (_name, text) => {
    expect(() => parseLesson(text)).toThrow('There is no lesson in this file.')
  })

  it('is refused when it is of a later format, with what to do', () => {
    const newer = changed((copy) => (copy['version'] = 2))
    expect(() => parseLesson(newer)).toThrow(/of format 2, and this version of Valet Key reads up to 1/)
  })

  it('is refused when something in it is wrong, which is named', () => {
    const text = changed((copy) => (copy['steps'] = 'none'))
    expect(() => parseLesson(text)).toThrow(
      /something in it was changed or lost\. At steps: found a text, expected an array/,
    )
    const mixed = changed((copy) => (copy['steps'] = [{ ...lesson.steps[0], run: lesson.steps[1]?.run }]))
    expect(() => parseLesson(mixed)).toThrow('under the step’s own id')
  })

  it('is refused when a link in it leads anywhere but to the web', () => {
    const text = changed((copy) => {
      copy['flow'] = { ...lesson.flow, specs: [{ label: 'RFC', href: 'javascript:alert(1)' }] }
    })
    expect(() => parseLesson(text)).toThrow(/flow\.specs\[0\]\.href/)
  })

  it('is refused when it is larger than any', () => {
    expect(() => parseLesson(' '.repeat(LARGEST_LESSON + 1))).toThrow('larger than 20 MB')
  })
})
