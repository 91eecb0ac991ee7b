import { classNames } from '../../components/class-names.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { useConnection, useShell } from '../../stores/use-stores.tsx'
import { TEXT } from '../text.ts'
import { CHIP_LOOK } from './chip-look.ts'

/** The address that applications are pointed at, and whether somebody answers there. */
export function IssuerChip() {
  const isConnected = useConnection(({ state }) => state === 'open')
  const issuer = useShell(({ value }) => (value?.program.state === 'running' ? value.program.issuer : undefined))
  if (issuer === undefined) return null
  const [scheme, rest] = splitScheme(issuer)

  return (
    <div className={classNames(CHIP_LOOK, 'shrink pr-0.5!')} data-tour="issuer">
      <span
        className={classNames('size-1.75 flex-none rounded-full', isConnected ? 'bg-good' : 'bg-warn')}
        aria-hidden
      />
      <span className="sr-only">{isConnected ? TEXT.issuer.running : TEXT.issuer.away}: </span>
      <code className="truncate text-ink">
        <span className="max-md:hidden">{scheme}</span>
        {rest}
      </code>
      <CopyButton text={issuer} label={TEXT.issuer.copy} className="size-6! min-h-0! rounded-full! [&_svg]:size-3.5!" />
    </div>
  )
}

function splitScheme(address: string): readonly [scheme: string, rest: string] {
  const { protocol } = new URL(address)
  return [`${protocol}//`, address.slice(protocol.length + 2)]
}
