import type { ReactNode } from 'react'

import type { BuiltCode } from '#shared/quick-start/quick-start.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { OutsideLink } from '../text-link.tsx'
import { ProjectFiles } from './project-files.tsx'
import { TEXT } from './text.ts'

/** Code as a whole: its files, and the commands that install and run it. */
export function Project({ code: { files, install, run, opens, notes = [] } }: { readonly code: BuiltCode }) {
  return (
    <>
      {notes.map((note) => (
        <Notice key={note} tone="neutral">
          {note}
        </Notice>
      ))}
      <ProjectFiles files={files} />
      {install !== undefined && (
        <Part title={TEXT.install}>
          <CodeBlock language="shell" label={TEXT.install} code={install} />
        </Part>
      )}
      <Part title={TEXT.run}>
        <CodeBlock language="shell" label={TEXT.run} code={run} />
        {opens !== undefined && (
          <p className="mt-1.5 text-ink-2">
            {TEXT.open} <OutsideLink href={opens}>{opens}</OutsideLink>
          </p>
        )}
      </Part>
    </>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 text-small font-semibold">{title}</h3>
      {children}
    </section>
  )
}
