import type {
  Concept,
  Section as ConceptSection,
  Statement as ConceptStatement,
} from '#shared/teach/concepts/concept.ts'

import { RichText } from '../../components/rich-text.tsx'
import { SpecLinks } from '../common/spec-links.tsx'
import { Figure } from './figures/figure.tsx'
import { WhatNext } from './what-next.tsx'

/** One topic. Text keeps to a length of line that can be read; figures take what they need. */
export function Article({ concept }: { readonly concept: Concept }) {
  return (
    <article aria-labelledby="topic-title" className="flex max-w-[58rem] min-w-0 flex-col gap-7 pb-8">
      <header className="flex flex-col gap-2">
        <h2 id="topic-title" className="text-[1.625rem]/8 font-semibold tracking-tight">
          {concept.title}
        </h2>
        <p className="max-w-[66ch] text-[1rem]/6 text-ink-2">
          <RichText text={concept.summary} />
        </p>
      </header>
      {concept.sections.map((section, index) => (
        // Sections have no names of their own, and their order is fixed.
        <Section key={index} section={section} />
      ))}
      <WhatNext concept={concept} />
    </article>
  )
}

function Section({ section: { title, figure, statements = [] } }: { readonly section: ConceptSection }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      {title !== undefined && <h3 className="text-title font-semibold tracking-tight">{title}</h3>}
      {figure !== undefined && <Figure figure={figure} />}
      {statements.map((statement, index) => (
        <Statement key={index} statement={statement} />
      ))}
    </section>
  )
}

function Statement({ statement: { text, specs } }: { readonly statement: ConceptStatement }) {
  return (
    <p className="max-w-[66ch] text-large">
      <RichText text={text} />{' '}
      <span className="text-small text-ink-3">
        <SpecLinks specs={specs} />
      </span>
    </p>
  )
}
