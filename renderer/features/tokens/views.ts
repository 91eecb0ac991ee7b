/** The views of the tokens, each once, in the order of their links; the first is shown unless the address names another. */
import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

import { TEXT } from './text.ts'

interface LoadedView {
  readonly View: ComponentType
}

export interface TokenView {
  readonly id: string
  readonly title: string
  readonly View: LazyExoticComponent<ComponentType>
}

const titles = TEXT.views

export const VIEWS: readonly TokenView[] = [
  buildView('read', titles.read, () => import('./read/view.tsx')),
  buildView('issued', titles.issued, () => import('./issued/view.tsx')),
  buildView('compare', titles.compare, () => import('./compare/view.tsx')),
  buildView('preview', titles.preview, () => import('./preview/view.tsx')),
  buildView('forge', titles.forge, () => import('./forge/view.tsx')),
]

function buildView(id: string, title: string, load: () => Promise<LoadedView>): TokenView {
  return { id, title, View: lazy(async () => ({ default: (await load()).View })) }
}
