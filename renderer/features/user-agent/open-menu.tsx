import { ChevronDown } from 'lucide-react'

import { Button } from '../../components/button.tsx'
import { Menu } from '../../components/menu.tsx'
import type { Suggestion } from './suggestions.ts'
import { TEXT } from '../common/user-agent/text.ts'

interface OpenMenuProps {
  readonly suggestions: readonly Suggestion[]
  readonly onChoose: (suggestion: Suggestion) => void
}

/** The same beginnings, once a page stands in their place. */
export function OpenMenu({ suggestions, onChoose }: OpenMenuProps) {
  return (
    <Menu
      align="end"
      trigger={
        <Button size="small">
          {TEXT.bar.open}
          <ChevronDown aria-hidden />
        </Button>
      }
      items={suggestions.map((suggestion) => ({
        id: suggestion.id,
        label: suggestion.label,
        icon: <suggestion.icon aria-hidden />,
        onSelect: () => onChoose(suggestion),
      }))}
    />
  )
}
