import type { Figure as ConceptFigure } from '#shared/teach/concepts/concept.ts'

import { RolesFigure } from './roles-figure.tsx'
import { ScopesFigure } from './scopes-figure.tsx'
import { SequenceFigure } from './sequence-figure.tsx'
import { TableFigure } from './table-figure.tsx'
import { TimelineFigure } from './timeline-figure.tsx'
import { TokenFigure } from './token-figure.tsx'

export function Figure({ figure }: { readonly figure: ConceptFigure }) {
  switch (figure.kind) {
    case 'roles':
      return <RolesFigure figure={figure} />
    case 'scopes':
      return <ScopesFigure figure={figure} />
    case 'sequence':
      return <SequenceFigure figure={figure} />
    case 'table':
      return <TableFigure figure={figure} />
    case 'timeline':
      return <TimelineFigure figure={figure} />
    case 'token':
      return <TokenFigure figure={figure} />
  }
}
