import { classNames } from '../../../components/class-names.ts'
import { CodeText } from '../../../components/code/code-text.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'

interface JsonMembersProps {
  readonly label: string
  readonly value: Readonly<Record<string, unknown>>
  /** The member that is looked at. */
  readonly marked: string | undefined
  readonly onMark: (name: string | undefined) => void
  /** The colour of the part that it was decoded from. */
  readonly className?: string | undefined
}

const LONGEST = 20_000

/** A part of a token as JSON, member by member. */
export function JsonMembers({ label, value, marked, onMark, className }: JsonMembersProps) {
  const members = Object.entries(value)
  return (
    <figure aria-label={label} className="relative min-w-0">
      <figcaption className={classNames('px-3.5 pt-2 text-tiny font-semibold', className)}>{label}</figcaption>
      <pre className="px-3.5 pt-0.5 pb-2 pr-10 text-small leading-[1.55] wrap-anywhere whitespace-pre-wrap">
        <code>
          {'{'}
          {members.map(([name, one], index) => (
            // A pointer's way to what the claims beside it say to a keyboard.
            <span
              key={name}
              className={classNames('block rounded-sm pl-4', marked === name && 'bg-warn-soft')}
              onPointerEnter={() => onMark(name)}
              onPointerLeave={() => onMark(undefined)}
            >
              <CodeText code={write(name, one, index === members.length - 1)} language="json" />
            </span>
          ))}
          {'}'}
        </code>
      </pre>
      <CopyButton
        text={() => JSON.stringify(value, null, 2)}
        label={`Copy ${label.toLowerCase()}`}
        className="absolute top-1 right-1.5"
      />
    </figure>
  )
}

function write(name: string, value: unknown, isLast: boolean): string {
  const text = JSON.stringify(value, null, 2)
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return `${JSON.stringify(name)}: ${shown}${isLast ? '' : ','}`
}
