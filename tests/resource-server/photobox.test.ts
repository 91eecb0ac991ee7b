import { afterAll, beforeAll, expect, test } from 'vitest'
import { json, startWorld } from './world.ts'
import type { World } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

interface Picture {
  readonly id: string
  readonly title: string
  readonly image: string
}

test('printing needs the right to read and nothing else', async () => {
  const claims = { scope: 'read:pictures' }
  const { pictures } = (await (await world.call('photobox', '/pictures', { claims })).json()) as { pictures: Picture[] }
  const [first] = pictures
  expect(first).toMatchObject({
    title: 'Harbour at dawn',
    image: `${world.origin}/apis/photobox/pictures/picture-1/image.svg`,
  })
  const image = await world.call('photobox', '/pictures/picture-1/image.svg', { claims })
  expect(image.headers.get('content-type')).toBe('image/svg+xml')
  expect(image.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect(await image.text()).toContain('Harbour at dawn · Lisbon · 2026-05-02')
  expect((await world.call('photobox', '/pictures', { ...json({ title: 'x' }), claims })).status).toBe(403)
  expect((await world.call('photobox', '/pictures/picture-1', { method: 'DELETE', claims })).status).toBe(403)
})

test('a picture is added, drawn with its title as text, and deleted', async () => {
  const title = '<script>alert("1")</script>'
  const created = await world.call('photobox', '/pictures', {
    ...json({ title }),
    claims: { scope: 'create:pictures' },
  })
  expect(created.status).toBe(201)
  const { id, image } = (await created.json()) as Picture
  const drawing = await (await world.call('photobox', image.slice(`${world.origin}/apis/photobox`.length))).text()
  expect(drawing).toContain('&#60;script&#62;')
  expect(drawing).not.toContain('<script')
  expect(
    (await world.call('photobox', `/pictures/${id}`, { method: 'DELETE', claims: { scope: 'delete:pictures' } }))
      .status,
  ).toBe(204)
  expect((await world.call('photobox', `/pictures/${id}/image.svg`)).status).toBe(404)
})

test('an image without the right to read is refused', async () => {
  const response = await world.call('photobox', '/pictures/picture-1/image.svg', {
    claims: { scope: 'create:pictures' },
  })
  expect(await response.json()).toMatchObject({ error: 'insufficient_scope', scope: 'read:pictures' })
})

test.each([
  [{}, '#/title'],
  [{ title: 'a\u0000b' }, '#/title'],
  [{ title: 'x', taken: 'yesterday' }, '#/taken'],
  [{ title: 'x'.repeat(81) }, '#/title'],
])('%j is refused at %s', async (body, pointer) => {
  const response = await world.call('photobox', '/pictures', json(body))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ errors: [{ pointer }] })
})
