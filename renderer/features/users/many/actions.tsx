import { Download, Ellipsis, Plus, Sparkles, Upload } from 'lucide-react'
import { Link } from 'wouter'
import { navigate } from 'wouter/use-browser-location'

import { buttonLook } from '../../../components/button-look.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu } from '../../../components/menu.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.actions

/** What is done with users as a whole, above their list. */
export function Actions() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()

  async function generate(): Promise<void> {
    try {
      const { items, change } = await bridge.call('users.generate', {})
      const undo =
        change === undefined ? undefined : async () => void (await bridge.call('history.putBack', { id: change }))
      show({ text: words.generated(items.length), tone: 'good', ...(undo && { undo }) })
    } catch (error) {
      show({ text: parseError(error).message, tone: 'bad' })
    }
  }

  return (
    <span className="flex items-center gap-1.5">
      <Link href="/users/new" className={buttonLook()}>
        <Plus aria-hidden />
        {words.fresh}
      </Link>
      <Menu
        align="end"
        trigger={<IconButton label={words.more} icon={<Ellipsis aria-hidden />} />}
        items={[
          {
            id: 'generate',
            label: words.generate,
            hint: words.generateHint,
            icon: <Sparkles aria-hidden />,
            onSelect: () => void generate(),
          },
          {
            id: 'import',
            label: words.import,
            hint: words.importHint,
            icon: <Upload aria-hidden />,
            onSelect: () => navigate('/users?do=import'),
          },
          {
            id: 'export',
            label: words.export,
            icon: <Download aria-hidden />,
            onSelect: () => navigate('/users?do=export'),
          },
        ]}
      />
    </span>
  )
}
