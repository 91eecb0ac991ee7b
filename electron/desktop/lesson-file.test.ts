import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { findLessonFile, isLessonFile, readLessonFile } from './lesson-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'valetkey-lesson-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the file that the system hands over', () => {
  it.each([
    [['/app', 'walk.valetkey-lesson'], '/home/ann/walk.valetkey-lesson'],
    [['/app', '--no-sandbox', '/tmp/walk.HTML'], '/tmp/walk.HTML'],
    [['/app', 'one.valetkey-lesson', 'two.valetkey-lesson'], '/home/ann/two.valetkey-lesson'],
    [['/app', 'notes.txt', 'valetkey://callback?code=1'], undefined],
    [['/app', '--open=walk.valetkey-lesson'], undefined],
    [['/app', 'https://example.test/walk.html'], undefined],
    [['walk.valetkey-lesson'], undefined],
  ])('of %j is %s', (argv, path) => {
    expect(findLessonFile(argv, '/home/ann')).toBe(path)
  })

  it('is known by its ending', () => {
    expect(['a.valetkey-lesson', 'a.html', 'a.json', 'html'].map(isLessonFile)).toEqual([true, true, false, false])
  })
})

describe('what is in it', () => {
  it('is handed on as it is', async () => {
    const path = join(folder, 'walk.valetkey-lesson')
    writeFileSync(path, '{"a":"é"}')
    expect(await readLessonFile(path)).toEqual({ name: 'walk.valetkey-lesson', text: '{"a":"é"}' })
  })

  it('is not read when it is too large, no file, or not there', async () => {
    const large = join(folder, 'large.html')
    writeFileSync(large, '')
    truncateSync(large, 20 * 1024 * 1024 + 1)
    mkdirSync(join(folder, 'folder.html'))
    const read = (name: string) => readLessonFile(join(folder, name))
    expect(await read('large.html')).toMatchObject({ name: 'large.html', error: { code: 'lesson_too_large' } })
    expect(await read('folder.html')).toMatchObject({ error: { code: 'cannot_read' } })
    expect(await read('gone.html')).toMatchObject({ error: { message: 'It is not there any more.' } })
  })
})
