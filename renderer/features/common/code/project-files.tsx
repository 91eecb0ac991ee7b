import type { CodeFile } from '#shared/quick-start/quick-start.ts'
import { writeScript } from '#shared/quick-start/write-script.ts'

import { CodeBlock } from '../../../components/code-block.tsx'
import { CopyButton } from '../../../components/copy-button.tsx'
import { TEXT } from './text.ts'

/** Each file by its name, to be copied by itself or with all others. */
export function ProjectFiles({ files }: { readonly files: readonly CodeFile[] }) {
  return (
    <section aria-label={TEXT.files} className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <h3 className="text-small font-semibold">{TEXT.files}</h3>
        <CopyButton text={() => writeScript(files)} label={TEXT.copyAllLabel} caption={TEXT.copyAll} />
        <span className="text-tiny text-ink-3">{TEXT.hint}</span>
      </div>
      {files.map(({ path, language, code }) => (
        <div key={path} className="min-w-0">
          <h4 className="mb-1 font-mono text-small text-ink-2">{path}</h4>
          <CodeBlock code={code.trimEnd()} copy={code} label={path} language={language} />
        </div>
      ))}
    </section>
  )
}
