import { ACTOR_GROUNDS, ACTOR_NAMES, type Actor } from './actor.ts'
import { classNames } from './class-names.ts'

export interface ActorDotProps {
  readonly actor: Actor
  /** Who it is; the actor's own word unless told. Empty where the name stands beside it. */
  readonly name?: string | undefined
}

export function ActorDot({ actor, name = ACTOR_NAMES[actor] }: ActorDotProps) {
  const look = classNames('inline-block size-2 flex-none rounded-xs', ACTOR_GROUNDS[actor])
  return name === '' ? (
    <i className={look} aria-hidden />
  ) : (
    <i className={look} role="img" aria-label={name} title={name} />
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
