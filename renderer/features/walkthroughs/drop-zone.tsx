import { FileInput } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'

import { TEXT } from './lesson-text.ts'
import { useOpenLesson } from './use-open-lesson.ts'

/** Wherever on the screen a file is dropped, it is meant for this. */
export function DropZone() {
  const open = useOpenLesson()
  const [isOver, setOver] = useState(false)
  const drop = useEffectEvent((file: File) => void open(file))

  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    function over(event: DragEvent): void {
      if (!bringsFile(event)) return
      // Only what says that it takes a file is handed it.
      event.preventDefault()
      setOver(true)
    }
    function leave({ relatedTarget }: DragEvent): void {
      if (relatedTarget === null) setOver(false)
    }
    function take(event: DragEvent): void {
      if (!bringsFile(event)) return
      event.preventDefault()
      setOver(false)
      const [file] = event.dataTransfer?.files ?? []
      if (file !== undefined) drop(file)
    }
    document.addEventListener('dragover', over, { signal })
    document.addEventListener('dragleave', leave, { signal })
    document.addEventListener('drop', take, { signal })
    return () => ended.abort()
  }, [])

  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-0 z-40 grid place-items-center bg-bg/80 p-4">
      <p className="flex items-center gap-3 rounded-card border-2 border-dashed border-accent bg-panel px-8 py-6 text-large font-semibold shadow-card">
        <FileInput className="size-6 text-accent" aria-hidden />
        {TEXT.drop}
      </p>
    </div>
  )
}

function bringsFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false
}
