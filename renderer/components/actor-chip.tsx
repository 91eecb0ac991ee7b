import { ACTOR_GROUNDS, ACTOR_NAMES, type Actor } from './actor.ts'
import { classNames } from './class-names.ts'

export interface ActorDotProps {
  readonly actor: Actor
  /** Who it is; the actor's own word unless told. Empty where the name stands beside it. */
  readonly name?: string | undefined
}

export function ActorDot({ actor, name = ACTOR_NAMES[actor] }: ActorDotProps) {
  return (
    <span className="inline-flex flex-none" title={name || undefined}>
      <i className={classNames('size-2 rounded-xs', ACTOR_GROUNDS[actor])} />
      {name !== '' && <span className="sr-only">{name}</span>}
    </span>
  )
}

export interface ActorChipProps {
  readonly actor: Actor
  readonly name?: string | undefined
}

export function ActorChip({ actor, name = ACTOR_NAMES[actor] }: ActorChipProps) {
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle">
      <ActorDot actor={actor} name="" />
      <span className="truncate" title={name}>
        {name}
      </span>
    </span>
  )
}
