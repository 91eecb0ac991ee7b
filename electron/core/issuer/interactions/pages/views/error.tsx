import type { ErrorLesson } from '#shared/teach/lesson.ts'
import { Fragment } from 'react'
import { Comparison } from '../parts/comparison.tsx'
import { Facts } from '../parts/facts.tsx'
import { ButtonLinks, isWebAddress, SpecLink } from '../parts/links.tsx'
import { RichTextView } from '../parts/rich-text-view.tsx'
import type { ErrorPage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

export function ErrorView({ page }: { readonly page: ErrorPage }) {
  const { lesson } = page
  return (
    <PageShell title={lesson.title} documentTitle={`Error: ${lesson.title}`} wide>
      <p className="lead">
        <RichTextView text={lesson.summary} /> <code className="bad">{lesson.code}</code>
      </p>
      {lesson.comparison !== undefined && <Comparison comparison={lesson.comparison} />}
      <Why lesson={lesson} />
      <Fixes lesson={lesson} />
      <ButtonLinks links={lesson.links} />
      <WhatWasSaid lesson={lesson} />
    </PageShell>
  )
}

function Why({ lesson }: { readonly lesson: ErrorLesson }) {
  const specs = lesson.specs.filter((spec) => isWebAddress(spec.href))
  return (
    <section className="part">
      <h2>Why it stops here</h2>
      <p className="text large">
        <RichTextView text={lesson.why} />{' '}
        {specs.map((spec, index) => (
          <Fragment key={spec.href}>
            {index > 0 && ', '}
            <SpecLink spec={spec} />
          </Fragment>
        ))}
      </p>
    </section>
  )
}

function Fixes({ lesson }: { readonly lesson: ErrorLesson }) {
  if (lesson.fixes.length === 0) return null
  return (
    <section className="part">
      <h2>How to put it right</h2>
      <ul className="bullets">
        {lesson.fixes.map((fix, index) => (
          <li key={index}>
            <RichTextView text={fix} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhatWasSaid({ lesson }: { readonly lesson: ErrorLesson }) {
  if (lesson.description === undefined && lesson.reason === undefined) return null
  return (
    <details>
      <summary>What the issuer said</summary>
      <Facts
        plain
        facts={[
          [<code key="code">error</code>, <code key="value">{lesson.code}</code>],
          [<code key="code">error_description</code>, lesson.description],
          ['Kept to itself', lesson.reason],
        ]}
      />
    </details>
  )
}
