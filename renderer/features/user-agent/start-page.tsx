import type { Suggestion } from './suggestions.ts'
import { TEXT } from '../common/user-agent/text.ts'

interface StartPageProps {
  readonly suggestions: readonly Suggestion[]
  readonly onChoose: (suggestion: Suggestion) => void
}

/** In place of a page, before there is one. */
export function StartPage({ suggestions, onChoose }: StartPageProps) {
  return (
    <div className="grid min-h-0 flex-1 place-items-center overflow-auto bg-sunken p-4">
      <div className="w-full max-w-md py-4">
        <h2 className="text-large font-semibold">{TEXT.start.title}</h2>
        <p className="mb-3 text-ink-2">{TEXT.start.text}</p>
        <ul className="overflow-hidden rounded-card border border-line bg-panel shadow-card">
          {suggestions.map((suggestion) => (
            <li key={suggestion.id} className="border-t border-line first:border-t-0">
              <StartButton suggestion={suggestion} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function StartButton({ suggestion, onChoose }: { readonly suggestion: Suggestion } & Pick<StartPageProps, 'onChoose'>) {
  const { label, hint, icon: Icon } = suggestion
  return (
    <button
      type="button"
      className="flex w-full items-start gap-2.5 px-3 py-2 text-left transition-colors hover:bg-accent-soft focus-visible:-outline-offset-2"
      onClick={() => onChoose(suggestion)}
    >
      <Icon className="mt-0.5 size-4 flex-none text-accent" aria-hidden />
      <span className="min-w-0">
        <span className="block font-medium">{label}</span>
        <span className="block text-small text-ink-3">{hint}</span>
      </span>
    </button>
  )
}
