import { classNames } from '../../components/class-names.ts'
import { useFollowed } from '../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'

const MOST = 99

/** Beside the name of Traffic: errors of the applications that one follows, until one has looked. */
export function NewErrors({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const unseen = useFollowed((state) => state.unseen)
  if (unseen === 0) return null
  return (
    <>
      <span
        aria-hidden
        className={classNames(
          'rounded-full bg-bad px-1.5 font-mono text-tiny font-semibold text-panel',
          isCollapsed && 'absolute -top-0.5 -right-0.5',
        )}
      >
        {unseen > MOST ? `${MOST}+` : unseen}
      </span>
      <span className="sr-only">, {TEXT.navigation.newErrors(unseen)}</span>
    </>
  )
}
