export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * The whole pixels of a box that can be seen. The view lies above everything of the window, so it has to end where
 * messages stand, and where the screen is scrolled out of the frame.
 */
export function measureArea(box: Box, limits: Box, messages: Box | undefined): Area | undefined {
  const left = Math.ceil(Math.max(box.left, limits.left))
  const top = Math.ceil(Math.max(box.top, limits.top))
  const right = Math.floor(Math.min(box.right, limits.right))
  const bottom = Math.floor(Math.min(box.bottom, limits.bottom, messages?.top ?? Infinity))
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : undefined
}
