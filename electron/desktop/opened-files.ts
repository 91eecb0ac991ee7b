import { app } from 'electron'

import type { Payload } from '#shared/contract/events.ts'

import { findLessonFile, isLessonFile, readLessonFile } from './lesson-file.ts'

export type OnLesson = (lesson: Payload<'lesson.opened'>) => void

/** macOS tells of a file by an event, which may come before the app is ready; elsewhere it is an argument. */
export function followOpenedFiles(onLesson: OnLesson): void {
  app.on('open-file', (event, path) => {
    if (!isLessonFile(path)) return
    event.preventDefault()
    void openLesson(path, onLesson)
  })
  const path = findLessonFile(process.argv, process.cwd())
  if (path !== undefined) void openLesson(path, onLesson)
}

export async function openLesson(path: string, onLesson: OnLesson): Promise<void> {
  onLesson(await readLessonFile(path))
}
