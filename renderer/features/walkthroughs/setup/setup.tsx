import { ArrowLeft } from 'lucide-react'

import type { Flow } from '#shared/flows/flow.ts'

import { Card } from '../../../components/card.tsx'
import { RichText } from '../../../components/rich-text.tsx'
import { Screen as Page } from '../../../components/screen.tsx'
import { ISSUERS_ADDRESS } from '../../../frame/addresses.ts'
import { useClients, useIssuers, useRuns } from '../../../stores/use-stores.tsx'
import { Gate } from '../../common/gate.tsx'
import { Gone } from '../../common/gone.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { useQuery } from '../../common/use-address.ts'
import { RunList } from '../run-list.tsx'
import { SpecLinks } from '../../common/spec-links.tsx'
import { TEXT } from '../text.ts'
import { VerdictBadge } from '../verdict-badge.tsx'
import { Difference } from './difference.tsx'
import { LayerFields } from './layer-fields.tsx'
import { Preview } from './preview.tsx'
import { ScopeFields } from './scope-fields.tsx'
import { StartButton } from './start-button.tsx'
import { useSetup } from './use-setup.ts'
import { WhoFields } from './who-fields.tsx'

const words = TEXT.setup

/** Before the first step: with which application, which API, and what on top. */
export function Setup({ flow }: { readonly flow: Flow }) {
  const clients = useClients((state) => state)
  const issuers = useIssuers((state) => state)
  const asked = useQuery().get('issuer')
  const isGone = asked !== null && issuers.value?.items.every(({ id }) => id !== asked) === true
  if (isGone) {
    return (
      <Page title={flow.title}>
        <Gone title={TEXT.issuer.gone} text={TEXT.issuer.goneText} href={ISSUERS_ADDRESS} action={TEXT.issuer.manage} />
      </Page>
    )
  }
  return (
    <Page
      title={flow.title}
      tags={
        <>
          <VerdictBadge flow={flow} />
          <span>{flow.summary}</span>
        </>
      }
      actions={
        <TextLink
          href={asked === null ? '/walkthroughs' : `/walkthroughs?issuer=${encodeURIComponent(asked)}`}
          className="inline-flex items-center gap-1.5 py-1"
        >
          <ArrowLeft className="size-4" aria-hidden />
          {TEXT.all}
        </TextLink>
      }
    >
      <Gate
        state={clients}
        hasValue={clients.status === 'ready' || clients.items.length > 0}
        loading={words.loading}
        failed={words.failed}
        rows={8}
      >
        <Gate
          state={issuers}
          hasValue={asked === null || issuers.value !== undefined}
          loading={words.loading}
          failed={words.failed}
          rows={8}
        >
          <Choices flow={flow} />
        </Gate>
      </Gate>
    </Page>
  )
}

function Choices({ flow }: { readonly flow: Flow }) {
  const setup = useSetup(flow)
  return (
    <div className="grid min-w-0 items-start gap-3 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <div className="flex min-w-0 flex-col gap-3">
        <Card title={words.who}>
          <WhoFields setup={setup} />
        </Card>
        <Card title={words.scopes}>
          <ScopeFields setup={setup} />
        </Card>
        {flow.layers.length > 0 && (
          <Card title={words.layers}>
            <LayerFields setup={setup} />
          </Card>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-3">
        <Card title={words.why}>
          <p className="text-ink-2">
            <RichText text={flow.verdict.text} />
          </p>
          <p className="text-small text-ink-3">
            <SpecLinks specs={flow.specs} />
          </p>
          <StartButton setup={setup} />
        </Card>
        <Preview setup={setup} />
        <Difference setup={setup} />
        <Earlier flow={flow} />
      </div>
    </div>
  )
}

const MOST_RUNS = 5

function Earlier({ flow }: { readonly flow: Flow }) {
  const items = useRuns((runs) => runs.items)
  const runs = items.filter((run) => run.flow === flow.id).slice(0, MOST_RUNS)
  if (runs.length === 0) return null
  return (
    <Card isFlush title={TEXT.underWay.earlier}>
      <RunList label={TEXT.underWay.earlier} runs={runs} />
    </Card>
  )
}
