import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.privacy

export function Privacy() {
  return (
    <Section title={words.title}>
      <p className="font-medium">{words.telemetry}</p>
      <ul className="flex list-disc flex-col gap-1.5 pl-4 text-ink-2">
        {words.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <p className="text-small text-ink-3">{words.links}</p>
    </Section>
  )
}
