/** What a run can be exported as. */
import { type Lesson, LESSON_EXTENSION, nameLesson } from '#shared/lessons/lesson.ts'

export const FORMATS = ['html', 'markdown', 'har', 'lesson'] as const
export type Format = (typeof FORMATS)[number]

interface FormatKind {
  readonly extension: string
  readonly type: string
  write(lesson: Lesson): Promise<string>
}

/** Each fetches what it is written by when it is asked for. */
const KINDS: Readonly<Record<Format, FormatKind>> = {
  html: {
    extension: '.html',
    type: 'text/html',
    write: async (lesson) => (await import('#shared/lessons/html/render-page.ts')).renderPage(lesson),
  },
  markdown: {
    extension: '.md',
    type: 'text/markdown',
    write: async (lesson) => (await import('#shared/lessons/write-markdown.ts')).writeMarkdown(lesson),
  },
  har: {
    extension: '.har',
    type: 'application/json',
    async write(lesson) {
      const { buildLessonHar } = await import('#shared/lessons/build-lesson-har.ts')
      return `${JSON.stringify(buildLessonHar(lesson), null, 2)}\n`
    },
  },
  lesson: {
    extension: LESSON_EXTENSION,
    type: 'application/vnd.valetkey.lesson+json',
    write: async (lesson) => (await import('#shared/lessons/embedded.ts')).writeLesson(lesson),
  },
}

export function nameFile(format: Format, lesson: Pick<Lesson, 'flow' | 'run'>): string {
  return nameLesson(lesson) + KINDS[format].extension
}

export async function writeFile(format: Format, lesson: Lesson, isMasked: boolean): Promise<Blob> {
  const { maskLesson } = await import('#shared/lessons/mask-lesson.ts')
  const text = await KINDS[format].write(isMasked ? maskLesson(lesson) : lesson)
  return new Blob([text], { type: KINDS[format].type })
}
