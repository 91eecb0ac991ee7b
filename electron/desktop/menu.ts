import { Menu } from 'electron'

import { buildMenu, type MenuChoices } from './menu-template.ts'

/** Made anew when what it shows has changed; what it returns is to be called then. */
export function showMenu(choices: () => MenuChoices): () => void {
  let shown = ''
  function update(): void {
    const now = choices()
    const looks = JSON.stringify(now)
    if (looks === shown) return
    shown = looks
    Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenu(now)))
  }
  update()
  return update
}
