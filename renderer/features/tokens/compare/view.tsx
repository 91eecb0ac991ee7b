import { useTokenDesk } from '../../../stores/use-stores.tsx'
import { TokensPage } from '../page.tsx'

export function View() {
  const other = useTokenDesk((desk) => desk.other)
  const putOther = useTokenDesk((desk) => desk.putOther)
  return (
    <TokensPage view="compare">
      <textarea aria-label="Other token" value={other} onChange={(event) => putOther(event.target.value)} />
    </TokensPage>
  )
}
