import { Hammer } from 'lucide-react'
import { Link } from 'wouter'

import type { TokenView } from '#shared/contract/calls/tokens.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { CodeBlock } from '../../../components/code-block.tsx'
import { tokensAddress } from '../../../frame/addresses.ts'
import { useStores } from '../../../stores/use-stores.tsx'
import { OpenToken } from '../../common/tokens/open-token.tsx'
import { TEXT } from './text.ts'

interface TokenValueProps {
  readonly token: string
  readonly format: TokenView['format']
}

export function TokenValue({ token, format }: TokenValueProps) {
  const { tokenDesk } = useStores()
  return (
    <div className="flex flex-col gap-2 border-t border-line px-3.5 py-3">
      <CodeBlock code={token} label={TEXT.value} />
      <div className="flex flex-wrap gap-2">
        <OpenToken token={token} variant="secondary" />
        {format === 'jwt' && (
          <Link
            href={tokensAddress('forge')}
            onClick={() => tokenDesk.getState().put(token)}
            className={buttonLook('secondary', 'small')}
          >
            <Hammer aria-hidden /> {TEXT.forge}
          </Link>
        )}
      </div>
    </div>
  )
}
