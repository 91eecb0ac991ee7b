import type { Lesson } from '#shared/lessons/lesson.ts'

/** The validator is large, and fetched when the first file is opened. */
export async function readLesson(text: string): Promise<Lesson> {
  const { parseLesson } = await import('./lesson-reader.ts')
  return parseLesson(text)
}
