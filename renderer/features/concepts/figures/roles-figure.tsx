import type { RolesFigure as Roles } from '#shared/teach/concepts/concept.ts'

import { ACTOR_GROUNDS } from '../../../components/actor.ts'
import { classNames } from '../../../components/class-names.ts'
import { RichText } from '../../../components/rich-text.tsx'
import { TEXT } from '../text.ts'

/** One below the other, each with the colour that means them everywhere else. */
export function RolesFigure({ figure: { roles } }: { readonly figure: Roles }) {
  return (
    <ul
      aria-label={TEXT.roles}
      className="divide-y divide-line overflow-hidden rounded-card border border-line bg-panel shadow-card"
    >
      {roles.map(({ actor, name, term, text }) => (
        <li key={actor} className="grid grid-cols-[0.3rem_minmax(0,1fr)]">
          <i className={classNames('block', ACTOR_GROUNDS[actor])} />
          <div className="grid gap-x-6 gap-y-1 px-4 py-3.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <h3 className="text-large font-semibold">
              {name}
              <span className="block text-small font-normal text-ink-3">{term}</span>
            </h3>
            <p className="max-w-[66ch] text-large text-ink-2">
              <RichText text={text} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
