import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { CodeText } from './code/code-text.tsx'
import type { Language } from './code/code-token.ts'
import { describeSize, shorten } from './code/shorten.ts'
import { CopyButton } from './copy-button.tsx'
import { useOverflows } from './use-overflows.ts'

export interface CodeBlockProps {
  readonly code: string
  /** What it is: "response body". Names the figure and the copy button. */
  readonly label: string
  readonly language?: Language | undefined
  /** What the button copies, where that is not what is shown. */
  readonly copy?: string | undefined
  readonly className?: string | undefined
}

export function CodeBlock({ code, label, language = 'text', copy = code, className }: CodeBlockProps) {
  const [wholeOf, setWholeOf] = useState<string>()
  const box = useRef<HTMLPreElement>(null)
  const overflows = useOverflows(box)
  const shown = wholeOf === code ? code : shorten(code)
  return (
    <figure
      aria-label={label}
      className={classNames('relative min-w-0 rounded-lg border border-line bg-sunken', className)}
    >
      <pre
        ref={box}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={overflows ? 0 : undefined}
        className="max-h-[60vh] min-h-9 overflow-auto rounded-lg py-2 pr-10 pl-2.75 text-small leading-[1.55] wrap-anywhere whitespace-pre-wrap focus-visible:-outline-offset-2"
      >
        <code className="block">
          <CodeText code={shown} language={language} />
        </code>
      </pre>
      <CopyButton text={copy} label={`Copy ${label}`} className="absolute top-1 right-1" />
      {shown.length < code.length && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line px-2.75 py-1.5 text-small text-ink-3">
          {describeSize(shown.length)} of {describeSize(code.length)}
          <Button size="small" onClick={() => setWholeOf(code)}>
            Show all
          </Button>
        </div>
      )}
    </figure>
  )
}
