import { ArrowLeftRight } from 'lucide-react'

import { CodeBlock } from '../../../components/code-block.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { buildCurl } from '../../common/build-curl.ts'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from './text.ts'

export function EmptyTraffic() {
  const program = useProgram()
  if (program?.recording === false) return <EmptyState icon={<ArrowLeftRight />} {...TEXT.notRecording} />
  return (
    <EmptyState
      icon={<ArrowLeftRight />}
      title={TEXT.empty.title}
      text={TEXT.empty.text}
      action={
        program && (
          <CodeBlock
            className="text-left"
            code={buildCurl({ url: program.discovery })}
            label={TEXT.empty.code}
            language="shell"
          />
        )
      }
    />
  )
}
