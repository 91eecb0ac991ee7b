import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { writeClipboard } from './clipboard.ts'
import { IconButton } from './icon-button.tsx'

export interface CopyButtonProps {
  readonly text: string | (() => string)
  /** What is copied: "Copy the issuer's address". */
  readonly label: string
  /** A word beside the mark, where marks alone would look the same. */
  readonly caption?: string | undefined
  readonly className?: string | undefined
}

type Outcome = 'copied' | 'failed'

const WORDS: Readonly<Record<Outcome, string>> = { copied: 'Copied', failed: 'The browser did not allow copying' }
const SHOWN_FOR_MS = 2000

export function CopyButton({ text, label, caption, className }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>()

  useEffect(() => {
    if (outcome === undefined) return
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy(): Promise<void> {
    setOutcome((await writeClipboard(typeof text === 'string' ? text : text())) ? 'copied' : 'failed')
  }

  return (
    <>
      {caption === undefined ? (
        <IconButton
          label={outcome === 'failed' ? WORDS.failed : label}
          size="small"
          icon={<Mark outcome={outcome} />}
          className={className}
          onClick={() => void copy()}
        />
      ) : (
        <Button
          variant="ghost"
          size="small"
          aria-label={label}
          icon={<Mark outcome={outcome} />}
          className={className}
          onClick={() => void copy()}
        >
          {caption}
        </Button>
      )}
      <output className="sr-only">{outcome === undefined ? '' : WORDS[outcome]}</output>
    </>
  )
}

function Mark({ outcome }: { readonly outcome: Outcome | undefined }) {
  if (outcome === 'copied') return <Check className="text-good" aria-hidden />
  if (outcome === 'failed') return <X className="text-bad" aria-hidden />
  return <Copy aria-hidden />
}
