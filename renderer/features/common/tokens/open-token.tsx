import { ScanSearch } from 'lucide-react'
import { Link } from 'wouter'

import { type ButtonVariant, buttonLook } from '../../../components/button-look.ts'
import { tokensAddress } from '../../../frame/addresses.ts'
import { useStores } from '../../../stores/use-stores.tsx'
import { TEXT } from './text.ts'

interface OpenTokenProps {
  readonly token: string
  readonly label?: string
  readonly variant?: ButtonVariant
}

/** Takes a token to the place where it is read. It goes by memory: an address is kept by browsers, and shared. */
export function OpenToken({ token, label = TEXT.open, variant = 'ghost' }: OpenTokenProps) {
  const { tokenDesk } = useStores()
  return (
    <Link
      href={tokensAddress()}
      onClick={() => tokenDesk.getState().put(token)}
      className={buttonLook(variant, 'small')}
    >
      <ScanSearch aria-hidden /> {label}
    </Link>
  )
}
