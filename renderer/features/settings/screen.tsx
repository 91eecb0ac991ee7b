import { Link } from 'wouter'

import { classNames } from '../../components/class-names.ts'
import { Screen as Page } from '../../components/screen.tsx'
import { settingsAddress } from '../../frame/addresses.ts'
import { useShell } from '../../stores/use-stores.tsx'
import { Gone } from '../common/gone.tsx'
import { useNamed } from '../common/use-address.ts'
import { SECTIONS } from './sections.ts'
import { TEXT } from './text.ts'

export function Screen() {
  const isDesktop = useShell(({ value }) => value?.kind === 'desktop')
  const named = useNamed()
  const sections = SECTIONS.filter(({ isDesktopOnly = false }) => isDesktop || !isDesktopOnly)
  const shown = named === undefined ? sections[0] : sections.find(({ id }) => id === named)
  return (
    <Page title={TEXT.title}>
      <div className="flex min-w-0 flex-col gap-4 md:flex-row">
        <nav aria-label={TEXT.sectionsLabel} className="flex flex-none flex-wrap gap-0.5 md:w-44 md:flex-col">
          {sections.map(({ id, icon: Icon }) => (
            <Link
              key={id}
              href={settingsAddress(id)}
              aria-current={id === shown?.id ? 'page' : undefined}
              className={classNames(
                'flex items-center gap-2.25 rounded-md px-2 py-1.75 font-medium',
                id === shown?.id ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-sunken hover:text-ink',
              )}
            >
              <Icon className="size-4" aria-hidden />
              {TEXT.sections[id]}
            </Link>
          ))}
        </nav>
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          {shown === undefined ? (
            <Gone {...TEXT.gone} title={TEXT.gone.title(named ?? '')} href="/settings" />
          ) : (
            <shown.Content />
          )}
        </div>
      </div>
    </Page>
  )
}
