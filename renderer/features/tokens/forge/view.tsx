import { Card } from '../../../components/card.tsx'
import { Loading } from '../../../components/loading.tsx'
import { SplitPanel } from '../../../components/split-panel.tsx'
import { useCall } from '../../../stores/use-call.ts'
import { Disconnected } from '../../common/gate.tsx'
import { useProgram } from '../../common/use-program.ts'
import { useConnection } from '../../../stores/use-stores.tsx'
import { TokensPage } from '../page.tsx'
import { Attempt } from './attempt.tsx'
import { Base } from './base.tsx'
import { Claims } from './claims.tsx'
import { Result } from './result.tsx'
import { Signature } from './signature.tsx'
import { TEXT } from './text.ts'
import { useAttempt } from './use-attempt.ts'
import { useForge } from './use-forge.ts'
import { Variations } from './variation-buttons.tsx'

export function View() {
  const program = useProgram()
  const isCutOff = useConnection(({ state }) => state === 'lost' || state === 'refused')
  return (
    <TokensPage view="forge" tags={TEXT.hint}>
      {program === undefined ? (
        <Card className="flex-1">{isCutOff ? <Disconnected /> : <Loading label={TEXT.forge} />}</Card>
      ) : (
        <Workshop issuer={program.issuer} />
      )}
    </TokensPage>
  )
}

function Workshop({ issuer }: { readonly issuer: string }) {
  const keys = useCall('keys.list', {}, ['keys']).value?.items ?? []
  const forge = useForge(issuer, keys)
  const attempting = useAttempt(issuer, forge.forged)
  return (
    <SplitPanel
      id="forge"
      direction="horizontal"
      className="flex-1"
      panels={[
        {
          id: 'what',
          title: TEXT.claims,
          defaultSize: '52%',
          minSize: '320px',
          content: (
            <div className="flex min-h-0 flex-1 flex-col gap-3 md:overflow-auto">
              <Base forge={forge} />
              <Variations forge={forge} />
              <Claims forge={forge} />
            </div>
          ),
        },
        {
          id: 'result',
          title: TEXT.result.title,
          minSize: '320px',
          content: (
            <div className="flex min-h-0 flex-1 flex-col gap-3 md:overflow-auto">
              <Signature forge={forge} keys={keys} />
              <Result forge={forge} />
              {forge.forged && <Attempt attempting={attempting} forged={forge.forged} />}
            </div>
          ),
        },
      ]}
    />
  )
}
