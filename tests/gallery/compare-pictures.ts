import type { Page } from 'playwright'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Comparison {
  /** The part of the picture, as it is. */
  readonly part: Buffer
  /** At a quarter of its size, where the edges of letters no longer tell machines apart. */
  readonly small: Buffer
  /** The pixels of the small ones that one sees to differ; more than any, where the sizes do. Nothing to compare with: 0. */
  readonly differing: number
}

/** What compares the parts of one picture with small ones that were kept. A page does it, since a browser reads PNG. */
export async function loadPicture(page: Page, picture: Buffer) {
  await page.evaluate(loadInPage, picture.toString('base64'))
  return async (box: Box, kept: Buffer | undefined): Promise<Comparison> => {
    const { part, small, differing } = await page.evaluate(compareInPage, { box, kept: kept?.toString('base64') })
    return { part: Buffer.from(part, 'base64'), small: Buffer.from(small, 'base64'), differing }
  }
}

async function loadInPage(base64: string): Promise<void> {
  const image = document.querySelector('img') ?? document.body.appendChild(document.createElement('img'))
  image.src = `data:image/png;base64,${base64}`
  await image.decode()
}

interface Parts {
  readonly box: Box
  readonly kept: string | undefined
}

async function compareInPage({ box, kept }: Parts): Promise<{ part: string; small: string; differing: number }> {
  const SCALE = 4
  const SEEN_FROM = 16
  const image = document.querySelector('img')
  if (image === null) throw new Error('no picture')
  const full = draw(image, box, box.width, box.height)
  const width = Math.ceil(box.width / SCALE)
  const height = Math.ceil(box.height / SCALE)
  const now = draw(full.canvas, { ...box, x: 0, y: 0 }, width, height)
  const [part, small] = [base64Of(full), base64Of(now)]
  if (kept === undefined) return { part, small, differing: 0 }

  const before = new Image()
  before.src = `data:image/png;base64,${kept}`
  await before.decode()
  // A line of text more or less is a change; a rounded half pixel is none.
  if (Math.abs(before.width - width) > 1 || Math.abs(before.height - height) > 1)
    return { part, small, differing: Infinity }
  const own = { x: 0, y: 0, width, height }
  const one = now.getImageData(0, 0, width, height).data
  const other = draw(before, own, width, height).getImageData(0, 0, width, height).data
  let differing = 0
  for (let at = 0; at < one.length; at += 4) {
    const apart = [0, 1, 2].map((channel) => Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)))
    if (Math.max(...apart) > SEEN_FROM) differing++
  }
  return { part, small, differing }

  function draw(from: CanvasImageSource, { x, y, width: w, height: h }: Box, wide: number, high: number) {
    const context = Object.assign(document.createElement('canvas'), { width: wide, height: high }).getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    context.drawImage(from, x, y, w, h, 0, 0, wide, high)
    return context
  }

  function base64Of(context: CanvasRenderingContext2D): string {
    return context.canvas.toDataURL('image/png').split(',')[1] ?? ''
  }
}
