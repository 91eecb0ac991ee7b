import { useTokenDesk } from '../../../stores/use-stores.tsx'
import { TokensPage } from '../page.tsx'

export function View() {
  const text = useTokenDesk((desk) => desk.text)
  const put = useTokenDesk((desk) => desk.put)
  return (
    <TokensPage view="read">
      <textarea aria-label="Token" value={text} onChange={(event) => put(event.target.value)} />
    </TokensPage>
  )
}
