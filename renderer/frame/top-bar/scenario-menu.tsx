import { ChevronDown, Drama } from 'lucide-react'

import { Menu } from '../../components/menu.tsx'
import { useScenarios } from '../../stores/use-stores.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import { CHIP_BUTTON_LOOK } from './chip-look.ts'

const words = TEXT.scenarios

export function ScenarioMenu() {
  const { store } = useFrame()
  const scenarios = useScenarios(({ items }) => items)
  const items = scenarios.map(({ id, title, summary }) => ({
    id,
    label: title,
    hint: summary,
    onSelect: () => store.getState().open({ kind: 'load-scenario', id }),
  }))
  if (items.length === 0) return null

  return (
    <Menu
      trigger={
        <button type="button" className={CHIP_BUTTON_LOOK} data-tour="scenarios">
          <Drama className="md:hidden" aria-hidden />
          <span className="max-md:sr-only">{words.trigger}</span>
          <ChevronDown className="size-3.5! max-md:hidden" aria-hidden />
        </button>
      }
      items={[{ id: 'heading', heading: words.heading }, ...items]}
    />
  )
}
