export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** From the screens' own pixels to the window's, which are others when the screens are zoomed; never beyond its edge. */
export function placeView(bounds: Bounds, zoom: number, content: Pick<Bounds, 'width' | 'height'>): Bounds {
  const x = Math.min(Math.round(bounds.x * zoom), content.width)
  const y = Math.min(Math.round(bounds.y * zoom), content.height)
  return {
    x,
    y,
    width: Math.min(Math.round(bounds.width * zoom), content.width - x),
    height: Math.min(Math.round(bounds.height * zoom), content.height - y),
  }
}
