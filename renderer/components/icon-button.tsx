import type { ComponentProps, ReactNode } from 'react'
import type { ButtonSize, ButtonVariant } from './button-look.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Tooltip, type TooltipProps } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The name, which the tooltip shows. */
  readonly label: string
  readonly icon: ReactNode
  readonly variant?: ButtonVariant | undefined
  readonly size?: ButtonSize | undefined
  readonly tooltipSide?: TooltipProps['side']
}

export function IconButton({ label, icon, variant = 'ghost', size, tooltipSide, className, ...rest }: IconButtonProps) {
  const square = size === 'small' ? 'size-7 px-0 pointer-coarse:size-9' : 'size-8 px-0 pointer-coarse:size-10'
  return (
    <Tooltip text={label} side={tooltipSide}>
      <Button
        {...rest}
        aria-label={label}
        variant={variant}
        size={size}
        icon={icon}
        className={classNames(square, className)}
      />
    </Tooltip>
  )
}
