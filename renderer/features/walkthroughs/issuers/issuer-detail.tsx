import { Play, RotateCw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'

import type { OutsideIssuerView } from '#shared/contract/calls/issuers.ts'
import type { IssuerMetadata } from '#shared/flows/flow.ts'

import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { JsonTree } from '../../../components/json-tree.tsx'
import { ISSUERS_ADDRESS } from '../../../frame/addresses.ts'
import { useFrame } from '../../../frame/commands/use-frame.tsx'
import { parseError } from '../../../stores/error-shape.ts'
import type { IssuersView } from '../../../stores/stores.ts'
import { useBridge } from '../../../stores/use-stores.tsx'
import { formatMoment } from '../../common/format-time.ts'
import { useProgram } from '../../common/use-program.ts'
import { ApiForm } from './api-form.tsx'
import { ClientCard } from './client-card.tsx'
import { Offers } from './offers.tsx'
import { TEXT } from './text.ts'
import { useToast } from './use-save-issuer.ts'

const words = TEXT.detail

interface IssuerDetailProps {
  readonly issuer: OutsideIssuerView
  readonly keeping: IssuersView['keeping']
}

export function IssuerDetail({ issuer, keeping }: IssuerDetailProps) {
  return (
    <div className="grid min-w-0 items-start gap-3 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        <RedirectAddress />
        <ClientCard issuer={issuer} keeping={keeping} />
        <ApiForm issuer={issuer} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <About issuer={issuer} />
        <Metadata metadata={issuer.metadata} />
      </div>
    </div>
  )
}

/** Long, so only who wants to see it is shown it. */
function Metadata({ metadata }: Pick<OutsideIssuerView, 'metadata'>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Card>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="w-fit rounded-sm text-small font-semibold">{words.metadata}</summary>
        {isOpen && (
          <div className="mt-3">
            <JsonTree value={metadata} label={words.metadata} />
          </div>
        )}
      </details>
    </Card>
  )
}

function RedirectAddress() {
  const program = useProgram()
  if (program === undefined) return null
  return (
    <Card title={TEXT.redirect.title}>
      <p className="text-ink-2">{TEXT.redirect.text}</p>
      <CodeBlock label={TEXT.redirect.title} code={`${program.screens}/callback`} />
    </Card>
  )
}

function About({
  issuer: { id, name, issuer, discovery, fetchedAt, metadata, clients },
}: Pick<IssuerDetailProps, 'issuer'>) {
  return (
    <Card isFlush title={words.issuer}>
      <DefinitionList
        items={[
          { term: words.issuer, value: <code className="text-small">{issuer}</code>, copy: issuer },
          { term: words.discovery, value: <code className="text-small">{discovery}</code>, copy: discovery },
          { term: words.asked, value: formatMoment(fetchedAt) },
          { term: words.offers, value: <Offers metadata={metadata as IssuerMetadata} /> },
        ]}
      />
      <div className="flex flex-wrap gap-2 border-t border-line px-3.5 py-3">
        {clients.length > 0 && (
          <Link href={`/walkthroughs?issuer=${encodeURIComponent(id)}`} className={buttonLook('primary')}>
            <Play aria-hidden />
            {words.walk}
          </Link>
        )}
        <AskAnew id={id} name={name} />
        <Remove id={id} name={name} />
      </div>
    </Card>
  )
}

interface Named {
  readonly id: string
  readonly name: string
}

function AskAnew({ id, name }: Named) {
  const bridge = useBridge()
  const toast = useToast()
  const [isBusy, setBusy] = useState(false)

  async function ask(): Promise<void> {
    setBusy(true)
    try {
      await bridge.call('issuers.refresh', { id })
      toast.good(words.askedAnew(name))
    } catch (error) {
      toast.bad(words.notAsked(parseError(error).message))
    } finally {
      setBusy(false)
    }
  }

  return (
    <Button icon={<RotateCw aria-hidden />} isBusy={isBusy} onClick={() => void ask()}>
      {words.askAnew}
    </Button>
  )
}

function Remove({ id, name }: Named) {
  const bridge = useBridge()
  const { go } = useFrame()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)

  async function remove(): Promise<void> {
    setAsking(false)
    try {
      await bridge.call('issuers.remove', { id })
      toast.good(words.removed(name))
      go(ISSUERS_ADDRESS)
    } catch (error) {
      toast.bad(words.notRemoved(parseError(error).message))
    }
  }

  return (
    <>
      <Button icon={<Trash2 aria-hidden />} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        title={words.removeTitle(name)}
        text={words.removeText}
        confirmLabel={words.remove}
        isDangerous
        isOpen={isAsking}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      />
    </>
  )
}
