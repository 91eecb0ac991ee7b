import { Download } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { Checkbox } from '../../../components/checkbox.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores, useUsers } from '../../../stores/use-stores.tsx'
import { saveFile } from '../../common/save-file.ts'
import { TEXT } from '../text.ts'

const words = TEXT.export

/** What is secret is in the file only when somebody has asked for it. */
export function ExportUsers() {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()
  const count = useUsers(({ items }) => items.length)
  const [secrets, setSecrets] = useState(false)
  const [isBusy, setBusy] = useState(false)

  async function save(): Promise<void> {
    setBusy(true)
    try {
      const { items } = await bridge.call('users.list', secrets ? { secrets } : {})
      const users = items.map(({ meta: _meta, ...user }) => user)
      saveFile(new Blob([`${JSON.stringify(users, undefined, 2)}\n`], { type: 'application/json' }), 'users.json')
      show({ text: words.saved(users.length), tone: 'good' })
    } catch (error) {
      show({ text: `${words.failed} ${parseError(error).message}`, tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }

  return (
    <Card className="flex-1 overflow-auto" title={words.title}>
      <p className="text-ink-2">{words.text(count)}</p>
      <Checkbox label={words.secrets} hint={words.secretsHint} checked={secrets} onChange={setSecrets} />
      <div>
        <Button variant="primary" icon={<Download aria-hidden />} isBusy={isBusy} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </Card>
  )
}
