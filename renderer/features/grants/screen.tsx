import { navigate } from 'wouter/use-browser-location'

import { Screen as Page } from '../../components/screen.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { SESSIONS_ADDRESS } from '../../frame/addresses.ts'
import { useEnding } from '../common/access/use-ending.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { keepQuery } from '../common/use-address.ts'
import { GrantsView } from './grants/grants-view.tsx'
import { SessionsView } from './sessions/sessions-view.tsx'
import { TEXT } from './text.ts'
import { useShown } from './use-shown.ts'

/** Who has allowed what to whom, and who is signed in. */
export function Screen() {
  const { view, id } = useShown()
  const ending = useEnding()
  return (
    <Page
      title={TEXT.title}
      isFilling
      actions={
        <>
          <Segmented
            label={TEXT.view}
            isLabelHidden
            value={view}
            options={[
              { value: 'grants', label: TEXT.grants },
              { value: 'sessions', label: TEXT.sessions },
            ]}
            onChange={(next) => navigate(keepQuery(next === 'grants' ? '/grants' : SESSIONS_ADDRESS, 'q'))}
          />
          <FilterField label={TEXT.filter[view]} isOfList={id === undefined} />
        </>
      }
    >
      {ending.outcome}
      {view === 'grants' ? <GrantsView id={id} ending={ending} /> : <SessionsView id={id} ending={ending} />}
      {ending.dialog}
    </Page>
  )
}
