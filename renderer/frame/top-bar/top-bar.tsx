import { PanelLeft } from 'lucide-react'

import { IconButton } from '../../components/icon-button.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import { IssuerChip } from './issuer-chip.tsx'
import { Mark } from './mark.tsx'
import { PaletteButton } from './palette-button.tsx'
import { ScenarioMenu } from './scenario-menu.tsx'
import { ThemeMenu } from './theme-menu.tsx'

export function TopBar() {
  return (
    <header className="col-span-full flex h-12 items-center gap-2 border-b border-line bg-panel px-2 md:gap-3 md:px-3.5">
      <DrawerButton />
      <Mark />
      <IssuerChip />
      <ScenarioMenu />
      <PaletteButton />
      <ThemeMenu />
    </header>
  )
}

/** Where the window is too narrow for the navigation to stand beside the screen. */
function DrawerButton() {
  const { store } = useFrame()
  return (
    <IconButton
      label={TEXT.navigation.open}
      icon={<PanelLeft aria-hidden />}
      className="md:hidden"
      aria-haspopup="dialog"
      onClick={() => store.getState().open({ kind: 'navigation' })}
    />
  )
}
