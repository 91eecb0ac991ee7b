import { createStore, type StoreApi } from 'zustand/vanilla'

import type { ErrorShape } from '#shared/errors.ts'
import { writeLesson } from '#shared/lessons/embedded.ts'
import type { Lesson } from '#shared/lessons/lesson.ts'

import { parseError } from './error-shape.ts'
import type { Memory } from './memory.ts'

/** A file by its name, with what is in it, or why it could not be read. */
export type LessonFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly error: ErrorShape }

export type OpenedLesson =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly name: string }
  | { readonly status: 'ready'; readonly name: string; readonly lesson: Lesson }
  | { readonly status: 'failed'; readonly name: string; readonly error: ErrorShape }

export interface LessonsState {
  readonly opened: OpenedLesson
  readonly open: (file: LessonFile) => Promise<void>
  /** What was open before the screens were loaded again, if nothing else is by now. */
  readonly ensure: () => Promise<void>
}

export type LessonsStore = StoreApi<LessonsState>

interface LessonParts {
  /** Of this tab alone: somebody else's lesson is nothing to keep. */
  readonly memory: Memory
  readonly read: (text: string) => Promise<Lesson>
}

const NAME = 'lesson-name'
const TEXT = 'lesson'

/** The lesson that is looked at. One at a time: opening another one takes its place. */
export function createLessons({ memory, read }: LessonParts): LessonsStore {
  return createStore<LessonsState>()((set, get) => {
    async function open(file: LessonFile): Promise<void> {
      const { name } = file
      const reading: OpenedLesson = { status: 'reading', name }
      set({ opened: reading })
      const opened = await readFile(file, read)
      // Another one may have been opened meanwhile.
      if (get().opened !== reading) return
      set({ opened })
      if (opened.status !== 'ready') return
      memory.write(NAME, name)
      memory.write(TEXT, writeLesson(opened.lesson))
    }

    return {
      opened: { status: 'none' },
      open,
      async ensure() {
        const [name, text] = [memory.read(NAME), memory.read(TEXT)]
        if (get().opened.status !== 'none' || name === undefined || text === undefined) return
        await open({ name, text })
      },
    }
  })
}

async function readFile(file: LessonFile, read: LessonParts['read']): Promise<OpenedLesson> {
  const { name } = file
  try {
    if ('error' in file) return { status: 'failed', name, error: file.error }
    return { status: 'ready', name, lesson: await read(file.text) }
  } catch (error) {
    return { status: 'failed', name, error: parseError(error) }
  }
}
