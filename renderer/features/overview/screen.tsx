import { Screen as Page } from '../../components/screen.tsx'
import { ApplicationsCard } from './applications-card.tsx'
import { ExchangesCard } from './exchanges-card.tsx'
import { FirstToken } from './first-token.tsx'
import { PointAtIt } from './point-at-it.tsx'
import { ScenariosCard } from './scenarios-card.tsx'
import { TEXT } from './text.ts'
import { UsersCard } from './users-card.tsx'

/** What somebody needs who has just started it, and what somebody looks at who has it running beside. */
export function Screen() {
  return (
    <Page title={TEXT.title}>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-3 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <PointAtIt />
          <ApplicationsCard />
          <ScenariosCard />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <ExchangesCard />
          <FirstToken />
          <UsersCard />
        </div>
      </div>
    </Page>
  )
}
