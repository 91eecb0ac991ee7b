/** How a page carries the lesson that it was made from, so that the app can open the page again. */
import { type Lesson, LESSON_FORMAT } from './lesson.ts'

/** Stands in the page once: everything else in it that begins a tag is written by us. */
export const EMBEDDED = new RegExp(`<script type="application/json" id="${LESSON_FORMAT}">([^<]*)</script>`)

/** In JSON `<` stands inside of texts only, where it can be written so; without it nothing ends the element early. */
export function embed(lesson: Lesson): string {
  const json = JSON.stringify(lesson).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="${LESSON_FORMAT}">${json}</script>`
}

export function writeLesson(lesson: Lesson): string {
  return `${JSON.stringify(lesson)}\n`
}
