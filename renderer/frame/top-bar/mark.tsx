import { Link } from 'wouter'

import { TEXT } from '../text.ts'

/** The key, and the way home. */
export function Mark() {
  return (
    <Link
      href="/"
      aria-label={TEXT.product}
      className="flex flex-none items-center gap-2 rounded-md text-[0.875rem] font-semibold tracking-tight text-ink no-underline md:mr-2 lg:w-46 lg:mr-0"
    >
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        className="size-5 text-accent"
        aria-hidden
      >
        <circle cx="8" cy="8" r="4.5" />
        <path d="m11.5 11.5 8 8M16 16l2.6-2.6" />
      </svg>
      <span className="max-md:sr-only">{TEXT.product}</span>
    </Link>
  )
}
