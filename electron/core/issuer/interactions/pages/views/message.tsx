import { ButtonLinks } from '../parts/links.tsx'
import { RichTextView } from '../parts/rich-text-view.tsx'
import type { MessagePage } from '../page.ts'
import { PageShell } from '../page-shell.tsx'

export function Message({ page }: { readonly page: MessagePage }) {
  return (
    <PageShell title={page.title}>
      {page.text.map((paragraph, index) => (
        <p className="text large" key={index}>
          <RichTextView text={paragraph} />
        </p>
      ))}
      <ButtonLinks links={page.links} />
    </PageShell>
  )
}
