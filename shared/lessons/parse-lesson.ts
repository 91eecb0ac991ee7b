/** The door that a file comes in by: an exported page, or a lesson by itself. */
import { checkShape } from '../contract/check-shape.ts'
import { lessonSchema } from '../contract/lesson.ts'
import { ValetKeyError } from '../errors.ts'
import { isObject, parseJson } from '../flows/answer.ts'
import { EMBEDDED } from './embedded.ts'
import { LARGEST_LESSON, type Lesson, LESSON_FORMAT, LESSON_VERSION } from './lesson.ts'
import { tooLarge } from './too-large.ts'

/** Throws what a person can act on; says nothing of where the file came from. */
export function parseLesson(text: string): Lesson {
  if (text.length > LARGEST_LESSON) throw tooLarge()
  const value = parseJson(readContent(text))
  if (!isObject(value) || value['format'] !== LESSON_FORMAT) throw notALesson()
  const { version } = value
  if (typeof version === 'number' && version > LESSON_VERSION) throw tooNew(version)
  const result = lessonSchema.safeParse(value)
  if (result.success) return result.data
  const [finding] = checkShape(lessonSchema, value)
  const where = finding === undefined ? '' : ` At ${finding.path || 'the top'}: ${finding.message}.`
  throw new ValetKeyError(
    'lesson_damaged',
    `This lesson cannot be read: something in it was changed or lost.${where} Export it again from where it was walked.`,
  )
}

function readContent(text: string): string {
  // A byte order mark, which some editors put first, counts as space.
  const trimmed = text.trim()
  return trimmed.startsWith('<') ? (EMBEDDED.exec(trimmed)?.[1] ?? '') : trimmed
}

function notALesson(): ValetKeyError {
  return new ValetKeyError(
    'not_a_lesson',
    'There is no lesson in this file. Pick a page or a .valetkey-lesson file that was exported from a walkthrough.',
  )
}

function tooNew(version: number): ValetKeyError {
  return new ValetKeyError(
    'lesson_too_new',
    `This lesson is of format ${version}, and this version of Valet Key reads up to ${LESSON_VERSION}. Update Valet Key, or look at the lesson in a browser.`,
  )
}
