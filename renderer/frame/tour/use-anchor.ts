import { useLayoutEffect, useState } from 'react'

/** Where the element of a step is, as long as it can be seen. */
export function useAnchor(name: string): DOMRect | undefined {
  const [rect, setRect] = useState<DOMRect>()

  useLayoutEffect(() => {
    function measure(): void {
      const elements = [...document.querySelectorAll(`[data-tour="${name}"]`)]
      setRect(elements.find((element) => element.checkVisibility())?.getBoundingClientRect())
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    addEventListener('scroll', measure, true)
    return () => {
      observer.disconnect()
      removeEventListener('scroll', measure, true)
    }
  }, [name])

  return rect
}
