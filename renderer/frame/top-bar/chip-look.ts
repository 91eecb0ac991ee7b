/** What stands in the top bar and can be pressed. */
export const CHIP_LOOK =
  'inline-flex h-7 min-w-0 flex-none items-center gap-1.75 rounded-full border border-line bg-sunken px-2.5 text-small text-ink-2'

export const CHIP_BUTTON_LOOK = `${CHIP_LOOK} transition-colors hover:border-line-strong hover:text-ink [&_svg]:size-4 [&_svg]:flex-none`
