import { Bot, Globe, MonitorSmartphone, Server, SquareTerminal, Tv, Waypoints } from 'lucide-react'
import type { ComponentType } from 'react'
import { Link } from 'wouter'

import { Card } from '../../../components/card.tsx'
import { TEXT } from '../text.ts'
import { type KindId, KINDS } from './kinds.ts'

const ICONS: Readonly<Record<KindId, ComponentType<{ className?: string }>>> = {
  server: Server,
  browser: Globe,
  native: MonitorSmartphone,
  cli: SquareTerminal,
  service: Waypoints,
  device: Tv,
  agent: Bot,
}

/** The first question: each answer is an address, so that one can go back to it. */
export function ChooseKind() {
  return (
    <Card className="flex-1 overflow-auto" title={TEXT.create.question}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-2.5">
        {KINDS.map(({ id, title, text }) => {
          const Icon = ICONS[id]
          return (
            <li key={id}>
              <Link
                href={`/applications/new?kind=${id}`}
                className="flex h-full gap-2.5 rounded-card border border-line px-3 py-2.5 hover:border-accent hover:bg-accent-soft"
              >
                <Icon className="mt-0.5 size-4.5 flex-none text-client" aria-hidden />
                <span>
                  <span className="block font-semibold">{title}</span>
                  <span className="block text-small text-ink-2">{text}</span>
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
