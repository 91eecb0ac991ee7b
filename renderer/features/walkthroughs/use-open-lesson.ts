import { LARGEST_LESSON } from '#shared/lessons/lesson.ts'
import { tooLarge } from '#shared/lessons/too-large.ts'
import { ValetKeyError } from '#shared/errors.ts'

import { LESSON_ADDRESS } from '../../frame/addresses.ts'
import { useFrame } from '../../frame/commands/use-frame.tsx'
import type { LessonFile } from '../../stores/create-lessons.ts'
import { parseError } from '../../stores/error-shape.ts'
import { useStores } from '../../stores/use-stores.tsx'
import { TEXT } from './lesson-text.ts'

/** Shows what is in a file that a person picked or dropped, or says why it cannot be shown. */
export function useOpenLesson(): (file: File) => Promise<void> {
  const { go } = useFrame()
  const { open } = useStores().lessons.getState()
  return async (file) => {
    const read = await readFile(file)
    void open(read)
    go(LESSON_ADDRESS)
  }
}

async function readFile(file: File): Promise<LessonFile> {
  const { name } = file
  if (file.size > LARGEST_LESSON) return { name, error: tooLarge().toShape() }
  try {
    return { name, text: await file.text() }
  } catch (cause) {
    const { message } = parseError(cause)
    return { name, error: new ValetKeyError('cannot_read', TEXT.unreadable(message), { cause }).toShape() }
  }
}
