import { app } from 'electron'

import { findCallback } from './callback-address.ts'
import { findLessonFile } from './lesson-file.ts'
import { type OnLesson, openLesson } from './opened-files.ts'

export interface SecondStart {
  readonly show: () => void
  readonly onCallback: (url: string) => void
  readonly onLesson: OnLesson
}

/** Two issuers cannot share the ports or the data: a second start shows the window of the first, and hands over. */
export function followSecondStarts({ show, onCallback, onLesson }: SecondStart): void {
  app.on('second-instance', (_event, argv, folder) => {
    const callback = findCallback(argv)
    const lesson = findLessonFile(argv, folder)
    if (callback !== undefined) onCallback(callback)
    else if (lesson !== undefined) void openLesson(lesson, onLesson)
    else show()
  })
}
