import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { describeMark, ForgedBadge } from '../../common/tokens/forged-mark.tsx'
import { OpenToken } from '../../common/tokens/open-token.tsx'
import { useNow } from '../../common/tokens/use-now.ts'
import { TEXT } from './text.ts'
import type { Forge } from './use-forge.ts'

const words = TEXT.result

export function Result({ forge: { forged, isOutdated } }: { readonly forge: Forge }) {
  const now = useNow()
  return (
    <Card title={words.title} className="flex-none" aside={forged && <ForgedBadge />}>
      <div aria-live="polite" className="flex min-w-0 flex-col gap-2">
        {forged === undefined ? (
          <p className="text-ink-2">{words.none}</p>
        ) : (
          <>
            <CodeBlock code={forged.token} label={words.label} />
            <p className="text-small text-ink-2">{describeMark(forged.mark, now)}</p>
            {isOutdated && <Notice tone="warn">{words.outdated}</Notice>}
            <div>
              <OpenToken token={forged.token} variant="secondary" />
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
