import { type ReactNode, useRef } from 'react'

import { Button } from '../../components/button.tsx'
import type { ButtonVariant } from '../../components/button-look.ts'

interface PickFileProps {
  readonly label: string
  /** "application/json,.json" */
  readonly accept: string
  readonly icon?: ReactNode
  readonly variant?: ButtonVariant
  readonly onPick: (file: File) => void
}

/** A button that asks for a file; the browser's own field looks like none of ours. */
export function PickFile({ label, accept, icon, variant, onPick }: PickFileProps) {
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={icon} variant={variant} onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        accept={accept}
        className="hidden"
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          // The same file can be chosen again, after it was mended.
          event.currentTarget.value = ''
          if (file !== undefined) onPick(file)
        }}
      />
    </>
  )
}
