import { ChevronDown, Download } from 'lucide-react'
import type { ReactNode } from 'react'

import { Button } from '../../components/button.tsx'
import type { ButtonSize } from '../../components/button-look.ts'
import { Menu } from '../../components/menu.tsx'
import { parseError } from '../../stores/error-shape.ts'
import type { ScenarioView } from '../../stores/stores.ts'
import { useBridge, useStores } from '../../stores/use-stores.tsx'
import { saveFile } from '../common/save-file.ts'
import { TEXT } from './text.ts'

const words = TEXT.export
const PRESENT_FILE = 'valetkey.config.json'

interface ExportMenuProps {
  readonly label: string
  readonly icon?: ReactNode
  readonly size?: ButtonSize
  /** Left out: everything as it is now. */
  readonly scenario?: ScenarioView
}

/** As a config file; whether secrets are in it is never left to chance. */
export function ExportMenu({ label, icon = <Download aria-hidden />, size, scenario }: ExportMenuProps) {
  const bridge = useBridge()
  const { show } = useStores().toasts.getState()

  async function save(secrets: boolean): Promise<void> {
    try {
      const config =
        scenario === undefined
          ? await bridge.call('config.export', { secrets })
          : await bridge.call('scenarios.export', { id: scenario.id, secrets })
      const file = scenario === undefined ? PRESENT_FILE : `${scenario.id}.config.json`
      saveFile(new Blob([`${JSON.stringify(config, null, 2)}\n`], { type: 'application/json' }), file)
      show({ text: words.done(file), tone: 'good' })
    } catch (error) {
      show({ text: words.failed(parseError(error).message), tone: 'bad' })
    }
  }

  return (
    <Menu
      align="end"
      trigger={
        <Button size={size} icon={icon}>
          {label}
          <ChevronDown className="size-3.5!" aria-hidden />
        </Button>
      }
      items={[
        { id: 'without', label: words.without, hint: words.withoutHint, onSelect: () => void save(false) },
        { id: 'with', label: words.with, hint: words.withHint, onSelect: () => void save(true) },
      ]}
    />
  )
}
