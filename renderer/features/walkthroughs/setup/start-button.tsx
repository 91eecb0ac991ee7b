import { Play } from 'lucide-react'

import { Button } from '../../../components/button.tsx'
import { Notice } from '../../../components/notice.tsx'
import { useStartWalk } from '../../common/use-start-walk.ts'
import { TEXT } from '../text.ts'
import type { SetupState } from './use-setup.ts'

const words = TEXT.setup

export function StartButton({ setup: { flow, choice, obstacles, canStart } }: { readonly setup: SetupState }) {
  const { isBusy, start } = useStartWalk()
  const reasons = [
    obstacles.flow,
    obstacles.client_id,
    obstacles.second_client_id,
    obstacles.api,
    obstacles.variant,
    obstacles.scope,
  ].filter((reason) => reason !== undefined)
  return (
    <>
      {reasons.length > 0 && (
        <Notice tone="warn" title={words.blocked}>
          {[...new Set(reasons)].join(' ')}
        </Notice>
      )}
      <Button
        variant="primary"
        icon={<Play aria-hidden />}
        className="self-start"
        isBusy={isBusy}
        disabled={!canStart}
        onClick={() => void start(flow.id, choice)}
      >
        {words.start}
      </Button>
    </>
  )
}
