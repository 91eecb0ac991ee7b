import { RotateCw, Unplug } from 'lucide-react'

import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { useConnection } from '../../stores/use-stores.tsx'
import { TEXT } from './text.ts'
import { TroublePage } from './trouble-page.tsx'

const words = TEXT.unreachable

export function Unreachable() {
  const retry = useConnection((connection) => connection.retry)
  return (
    <TroublePage title={words.title} icon={<Unplug />} heading={words.heading}>
      <p>{words.text}</p>
      <CodeBlock label={words.command} code="npm start" language="shell" />
      <div>
        <Button icon={<RotateCw aria-hidden />} onClick={retry}>
          {words.retry}
        </Button>
      </div>
    </TroublePage>
  )
}
