import type { Question } from '#shared/teach/which-flow/questions.ts'

interface QuestionFieldsProps {
  readonly question: Question
  readonly value: string | undefined
  readonly onPick: (option: string) => void
}

/** One question, all its answers in sight. */
export function QuestionFields({ question: { id: name, title, options }, value, onPick }: QuestionFieldsProps) {
  return (
    <fieldset className="animate-appear flex min-w-0 flex-col">
      <legend className="mb-2 text-large font-semibold">{title}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map(({ id, label, hint }) => (
          <label
            key={id}
            className="grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] content-start gap-x-2.5 gap-y-0.5 rounded-card border border-line-strong bg-panel px-3 py-2.5 transition-colors hover:border-ink-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={id}
              checked={id === value}
              onChange={() => onPick(id)}
              aria-labelledby={`${name}-${id}`}
              aria-describedby={`${name}-${id}-hint`}
              className="mt-0.5 size-4 accent-accent focus-visible:outline-none"
            />
            <b id={`${name}-${id}`} className="font-medium">
              {label}
            </b>
            <span id={`${name}-${id}-hint`} className="col-start-2 text-small text-ink-2">
              {hint}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
