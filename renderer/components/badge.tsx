import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { revealCutOff } from './reveal-cut-off.ts'
import { TINTED, type Tone } from './tone.ts'

export interface BadgeProps extends ComponentProps<'span'> {
  readonly tone?: Tone | undefined
}

export function Badge({ tone = 'neutral', className, ...rest }: BadgeProps) {
  const look =
    'inline-block max-w-full justify-self-start truncate rounded-full px-2 py-px align-middle text-tiny font-semibold'
  return <span onPointerOver={revealCutOff} {...rest} className={classNames(look, TINTED[tone], className)} />
}
