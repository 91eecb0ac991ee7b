import { FileInput } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { TEXT } from '../../text.ts'

/** Anywhere on the screen: a file that is dragged over it says where it would go. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const [isOver, setOver] = useState(false)
  const take = useRef(onFile)
  useEffect(() => {
    take.current = onFile
  })

  useEffect(() => {
    // Each element under the pointer tells of its own entering and leaving.
    let depth = 0
    function enter(event: DragEvent): void {
      if (!holdsFile(event)) return
      depth += 1
      setOver(true)
    }
    function leave(event: DragEvent): void {
      if (!holdsFile(event)) return
      depth -= 1
      if (depth <= 0) end()
    }
    function over(event: DragEvent): void {
      // Without it the browser would open the file in place of the program.
      if (holdsFile(event)) event.preventDefault()
    }
    function drop(event: DragEvent): void {
      const [file] = event.dataTransfer?.files ?? []
      end()
      if (file === undefined) return
      event.preventDefault()
      take.current(file)
    }
    function end(): void {
      depth = 0
      setOver(false)
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: over, drop } as const
    for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener as EventListener)
    }
  }, [])

  if (!isOver) return null
  return createPortal(
    <div className="pointer-events-none fixed inset-3 z-40 grid place-items-center rounded-card border-2 border-dashed border-accent bg-accent-soft/90">
      <p className="flex items-center gap-2 text-large font-semibold text-ink">
        <FileInput className="size-5 text-accent" aria-hidden /> {TEXT.import.drop}
      </p>
    </div>,
    document.body,
  )
}

function holdsFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
