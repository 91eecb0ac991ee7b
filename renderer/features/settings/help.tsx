import { Compass, Keyboard } from 'lucide-react'
import type { ReactNode } from 'react'

import { Button } from '../../components/button.tsx'
import { useFrame } from '../../frame/commands/use-frame.tsx'
import { Section } from './section.tsx'
import { TEXT } from './text.ts'

const words = TEXT.help

export function Help() {
  const { store } = useFrame()
  const { open, showTour } = store.getState()
  return (
    <Section title={TEXT.sections.help}>
      <Offer
        title={words.shortcuts}
        text={words.shortcutsText}
        action={
          <Button icon={<Keyboard aria-hidden />} onClick={() => open({ kind: 'shortcuts' })}>
            {words.showShortcuts}
          </Button>
        }
      />
      <Offer
        title={words.tour}
        text={words.tourText}
        action={
          <Button icon={<Compass aria-hidden />} onClick={() => showTour(0)}>
            {words.takeTour}
          </Button>
        }
      />
    </Section>
  )
}

interface OfferProps {
  readonly title: string
  readonly text: string
  readonly action: ReactNode
}

function Offer({ title, text, action }: OfferProps) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <p className="font-medium">{title}</p>
        <p className="text-small text-ink-3">{text}</p>
      </div>
      {action}
    </div>
  )
}
