// First: it decides how the schemas that follow are made.
import './validator.ts'

export { parseLesson } from '#shared/lessons/parse-lesson.ts'
