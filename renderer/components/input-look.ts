/** The look of everything that one writes in or chooses from. */
export const INPUT_LOOK =
  'h-8 w-full pointer-coarse:h-10 pointer-coarse:text-[1rem] min-w-0 rounded-lg border border-edge bg-panel px-2.5 text-base text-ink transition-colors ' +
  'hover:border-ink-3 focus-visible:border-accent focus-visible:outline-offset-0 aria-invalid:border-bad ' +
  'disabled:bg-sunken disabled:text-ink-3'
