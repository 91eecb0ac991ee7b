import { expect, test } from 'vitest'
import { drawPicture, escapeXml } from './draw-picture.ts'

test('the caption holds title, place and date', () => {
  expect(drawPicture({ title: 'Summit', place: 'Zürich', taken: '2026-07-22' })).toContain(
    '>Summit · Zürich · 2026-07-22</text>',
  )
})

test('a title cannot bring markup of its own', () => {
  const drawing = drawPicture({ title: '</text><script>alert(1)</script>', taken: '2026-07-22' })
  expect(drawing).not.toContain('<script')
  expect(drawing).toContain('&#60;script&#62;')
})

test('characters that XML cannot hold are left out', () => {
  expect(escapeXml('a\u0000b\u000bc\ufffed\ud800e🙂')).toBe('abcd\ufffde🙂')
})

test('the same picture is drawn the same, another one otherwise', () => {
  const summit = { title: 'Summit', taken: '2026-07-22' }
  expect(drawPicture(summit)).toBe(drawPicture(summit))
  expect(drawPicture(summit)).not.toBe(drawPicture({ ...summit, title: 'Valley' }))
})
