import { ValetKeyError } from '../errors.ts'
import { LARGEST_LESSON } from './lesson.ts'

/** Said by whoever sees the size first, before the file is read where that is known. */
export function tooLarge(): ValetKeyError {
  return new ValetKeyError(
    'lesson_too_large',
    `This file is larger than ${LARGEST_LESSON / 1024 / 1024} MB, which no exported lesson is. Pick the file that Valet Key exported.`,
  )
}
