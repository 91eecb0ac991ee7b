import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'

import { classNames } from '../../components/class-names.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { useLayout } from '../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import { PlaceList } from './place-list.tsx'

/** Beside the screen, as names or, when that is chosen, as icons alone. In a narrow window the drawer has it. */
export function Navigation() {
  const isCollapsed = useLayout((state) => state.isNavCollapsed)
  const setCollapsed = useLayout((state) => state.setNavCollapsed)
  const label = isCollapsed ? TEXT.navigation.expand : TEXT.navigation.collapse
  const Icon = isCollapsed ? PanelLeftOpen : PanelLeftClose

  return (
    <nav
      aria-label={TEXT.navigation.label}
      data-tour="navigation"
      className={classNames(
        'row-start-3 flex min-h-0 flex-col overflow-y-auto border-r border-line bg-panel py-3 max-md:hidden',
        isCollapsed ? 'w-14 px-2' : 'w-54 px-2.5',
      )}
    >
      <PlaceList isCollapsed={isCollapsed} />
      <IconButton
        label={label}
        size="small"
        tooltipSide="right"
        icon={<Icon aria-hidden />}
        className={classNames('mt-1 flex-none', isCollapsed ? 'mx-auto' : 'ml-auto')}
        aria-expanded={!isCollapsed}
        onClick={() => setCollapsed(!isCollapsed)}
      />
    </nav>
  )
}
