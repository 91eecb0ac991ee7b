import { useLayoutEffect, useState } from 'react'

/** The window in which everything is as large as the theme has it; twice as large a window doubles all of it. */
const PLAIN = { width: 893, height: 502 } as const

/** Multiplies the theme's sizes, which are all in rem, by what the window has room for. */
export function useLargeType(): number {
  const [scale, setScale] = useState(measure)
  useLayoutEffect(() => {
    const follow = () => setScale(measure())
    follow()
    addEventListener('resize', follow)
    return () => removeEventListener('resize', follow)
  }, [])
  useLayoutEffect(() => {
    const { style } = document.documentElement
    const before = style.fontSize
    style.fontSize = `${scale * 100}%`
    return () => {
      style.fontSize = before
    }
  }, [scale])
  return scale
}

function measure(): number {
  return Math.max(1, Math.min(innerWidth / PLAIN.width, innerHeight / PLAIN.height))
}
