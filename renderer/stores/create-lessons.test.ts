import { describe, expect, it } from 'vitest'

import { ValetKeyError } from '#shared/errors.ts'
import { givenLesson } from '#shared/lessons/testing/given-lesson.ts'
import { writeLesson } from '#shared/lessons/embedded.ts'
import { parseLesson } from '#shared/lessons/parse-lesson.ts'

import { createLessons } from './create-lessons.ts'
import { createMemory } from './memory.ts'

const lesson = await givenLesson('client-credentials')
const file = { name: 'walk.html', text: writeLesson(lesson) }

async function read(text: string) {
  return parseLesson(text)
}

describe('an opened lesson', () => {
  it('is there until another one is opened, and after the screens were loaded again', async () => {
    const memory = createMemory()
    const before = createLessons({ memory, read })
    await before.getState().open(file)
    expect(before.getState().opened).toEqual({ status: 'ready', name: 'walk.html', lesson })

    const after = createLessons({ memory, read })
    await after.getState().ensure()
    expect(after.getState().opened).toEqual(before.getState().opened)
  })

  it('is nothing when none was opened', async () => {
    const store = createLessons({ memory: createMemory(), read })
    await store.getState().ensure()
    expect(store.getState().opened).toEqual({ status: 'none' })
  })

  it('says why a file holds none, and why one could not be read', async () => {
    const memory = createMemory()
    const { getState } = createLessons({ memory, read })
    await getState().open({ name: 'notes.html', text: '<p>notes</p>' })
    expect(getState().opened).toMatchObject({ status: 'failed', name: 'notes.html', error: { code: 'not_a_lesson' } })
    const error = new ValetKeyError('cannot_read', 'It is a folder.').toShape()
    await getState().open({ name: 'folder', error })
    expect(getState().opened).toEqual({ status: 'failed', name: 'folder', error })
    expect(memory.read('lesson')).toBeUndefined()
  })

  it('is the one that was asked for last, whichever is read first', async () => {
    const slow = Promise.withResolvers<void>()
    const { getState } = createLessons({
      memory: createMemory(),
      read: async (text) => {
        if (text === 'slow') await slow.promise
        return lesson
      },
    })
    const first = getState().open({ name: 'slow', text: 'slow' })
    await getState().open({ name: 'quick', text: 'quick' })
    slow.resolve()
    await first
    expect(getState().opened).toMatchObject({ name: 'quick' })
  })
})
