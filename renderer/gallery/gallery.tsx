import { useState } from 'react'
import { Segmented } from '../components/segmented.tsx'
import { applyTheme, readTheme, THEME_OPTIONS } from './gallery-theme.ts'
import { ButtonShelf } from './shelves/buttons.tsx'
import { CodeShelf } from './shelves/code.tsx'
import { DataShelf } from './shelves/data.tsx'
import { FieldShelf } from './shelves/fields.tsx'
import { FrameShelf } from './shelves/frames.tsx'
import { ListShelf } from './shelves/lists.tsx'
import { OverlayShelf } from './shelves/overlays.tsx'
import { SequenceShelf } from './shelves/sequences.tsx'
import { StateShelf } from './shelves/states.tsx'

/** Every primitive in every state, in the theme that is chosen. The theme is the page's, since menus and dialogs are. */
export function Gallery() {
  const [theme, setTheme] = useState(readTheme)
  applyTheme(theme)
  return (
    <main className="mx-auto flex max-w-5xl min-w-0 flex-col gap-2 pb-10">
      <header className="flex flex-wrap items-end justify-between gap-3 px-4 pt-4">
        <h1 className="text-title font-semibold tracking-tight">Gallery of the primitives</h1>
        <Segmented label="Theme" isLabelHidden value={theme} options={THEME_OPTIONS} onChange={setTheme} />
      </header>
      <ButtonShelf />
      <FieldShelf />
      <OverlayShelf />
      <FrameShelf />
      <DataShelf />
      <CodeShelf />
      <ListShelf />
      <StateShelf />
      <SequenceShelf />
    </main>
  )
}
