/** Files with an exported walkthrough, which the system hands over: in an argument, or on macOS by an event. */
import { open } from 'node:fs/promises'
import { basename, extname, resolve } from 'node:path'

import type { Payload } from '#shared/contract/events.ts'
import { ValetKeyError } from '#shared/errors.ts'
import { LARGEST_LESSON, LESSON_EXTENSION } from '#shared/lessons/lesson.ts'
import { tooLarge } from '#shared/lessons/too-large.ts'

/** The type that the app is registered for, and the page that people are more likely to have. */
const EXTENSIONS: readonly string[] = [LESSON_EXTENSION, '.html']

export function isLessonFile(path: string): boolean {
  return EXTENSIONS.includes(extname(path).toLowerCase())
}

/** The last of several, as it is the last that would be looked at. What Chromium adds begins with two dashes. */
export function findLessonFile(argv: readonly string[], folder: string): string | undefined {
  const path = argv.slice(1).findLast((argument) => !argument.startsWith('-') && isLessonFile(argument))
  return path === undefined || URL.canParse(path) ? undefined : resolve(folder, path)
}

/** What is in it, or why that could not be read; what it says is for the screens to judge. */
export async function readLessonFile(path: string): Promise<Payload<'lesson.opened'>> {
  const name = basename(path)
  try {
    return { name, text: await readBounded(path) }
  } catch (error) {
    return { name, error: explain(error).toShape() }
  }
}

async function readBounded(path: string): Promise<string> {
  await using file = await open(path)
  const stat = await file.stat()
  if (!stat.isFile()) throw new ValetKeyError('cannot_read', 'It is no file. Pick the file that Valet Key exported.')
  if (stat.size > LARGEST_LESSON) throw tooLarge()
  return await file.readFile('utf8')
}

function explain(error: unknown): ValetKeyError {
  if (error instanceof ValetKeyError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  const why = code === 'ENOENT' ? 'It is not there any more.' : `The system did not let it be read (${code}).`
  return new ValetKeyError('cannot_read', why, { cause: error })
}
