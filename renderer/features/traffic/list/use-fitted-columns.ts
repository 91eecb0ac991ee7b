import { type RefObject, useLayoutEffect, useMemo, useState } from 'react'

import { type ColumnId, fitColumns, type FittedColumns } from './columns.ts'

/** The list's own width decides which columns there is room for, not the window's. */
export function useFittedColumns(box: RefObject<HTMLElement | null>, chosen: readonly ColumnId[]): FittedColumns {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    // Larger letters leave less room.
    const look = () => {
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16
      setWidth(element.clientWidth / (Number.isFinite(scale) && scale > 0 ? scale : 1))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return useMemo(() => fitColumns(chosen, width), [chosen, width])
}
