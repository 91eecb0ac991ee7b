import { TEXT } from '../common/user-agent/text.ts'

const { title, text } = TEXT.frame.limits

export function FrameLimits() {
  return (
    <details className="open:w-full">
      <summary className="w-fit rounded-sm hover:text-ink">{title}</summary>
      <p className="mt-1 max-w-[75ch] text-ink-2">{text}</p>
    </details>
  )
}
