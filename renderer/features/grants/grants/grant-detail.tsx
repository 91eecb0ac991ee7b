import { ArrowLeftRight, Ban, Ellipsis, UserX, X } from 'lucide-react'
import { Link } from 'wouter'

import type { GrantView } from '#shared/contract/calls/grants.ts'
import { isOidcScope, splitScope } from '#shared/oauth/scope.ts'
import { quote } from '#shared/traffic/filter-text/tokens.ts'

import { ActorDot } from '../../../components/actor-chip.tsx'
import { buttonLook } from '../../../components/button-look.ts'
import { Button } from '../../../components/button.tsx'
import { Card } from '../../../components/card.tsx'
import { type Definition, DefinitionList } from '../../../components/definition-list.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { JsonTree } from '../../../components/json-tree.tsx'
import { Menu } from '../../../components/menu.tsx'
import { apiAddress, applicationAddress, userAddress } from '../../../frame/addresses.ts'
import { endGrant, endGrantsOfClient, endGrantsOfUser } from '../../common/access/deeds.ts'
import { ACCESS_TEXT } from '../../common/access/text.ts'
import type { Ending } from '../../common/access/use-ending.tsx'
import type { NamesOf } from '../../common/access/use-names.ts'
import { formatMoment } from '../../common/format-time.ts'
import { TextLink } from '../../common/text-link.tsx'
import { TEXT } from '../text.ts'
import { GrantTokens } from './grant-tokens.tsx'

interface GrantDetailProps {
  readonly grant: GrantView
  readonly all: readonly GrantView[]
  readonly names: NamesOf
  readonly ending: Ending
}

const words = TEXT.facts

export function GrantDetail({ grant, all, names, ending: { ask } }: GrantDetailProps) {
  const { user: username, client_id, resources, scope, createdAt, expiresAt, tokens, authorization_details } = grant
  const [user, client] = [names.user(username), names.client(client_id)]
  const filter = `client:${quote(client_id)} user:${quote(username)}`
  const items: readonly Definition[] = [
    { term: words.user, value: <TextLink href={userAddress(username)}>{user}</TextLink> },
    { term: words.client, value: <TextLink href={applicationAddress(client_id)}>{client}</TextLink> },
    { term: words.since, value: momentOf(createdAt) },
    { term: words.until, value: momentOf(expiresAt) },
    { term: words.scope, value: <Scopes scope={scope} /> },
    ...Object.entries(resources).map(([identifier, granted]) => ({
      term: identifier,
      value: (
        <>
          <Scopes scope={scopesOfApi(granted)} /> <TextLink href={apiAddress(identifier)}>API</TextLink>
        </>
      ),
    })),
    ...(authorization_details === undefined
      ? []
      : [{ term: words.details, value: <JsonTree value={authorization_details} label={words.details} /> }]),
    {
      term: words.stored,
      value: words.storedTokens(tokens.refresh, tokens.access, tokens.codes),
      hint: words.storedHint,
    },
  ]
  const ofUser = all.filter((other) => other.user === username).length
  const ofClient = all.filter((other) => other.client_id === client_id).length
  return (
    <Card
      isFlush
      className="flex-1"
      title={
        <span className="inline-flex items-center gap-2">
          <ActorDot actor="user" name="" />
          {TEXT.row(user, client)}
        </span>
      }
      aside={
        <span className="flex flex-wrap items-center gap-1.5">
          <Button size="small" icon={<Ban aria-hidden />} onClick={() => ask(endGrant(grant, { user, client }))}>
            {ACCESS_TEXT.endGrant.confirm}…
          </Button>
          <Menu
            align="end"
            trigger={<IconButton size="small" label={TEXT.deeds.label} icon={<Ellipsis aria-hidden />} />}
            items={[
              {
                id: 'user',
                label: ACCESS_TEXT.endAllOfUser.action(user),
                icon: <UserX aria-hidden />,
                isDangerous: true,
                onSelect: () => ask(endGrantsOfUser(username, user, ofUser)),
              },
              {
                id: 'client',
                label: ACCESS_TEXT.endAllOfClient.action(client),
                icon: <X aria-hidden />,
                isDangerous: true,
                onSelect: () => ask(endGrantsOfClient(client_id, client, ofClient)),
              },
            ]}
          />
        </span>
      }
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <DefinitionList items={items} />
        <GrantTokens grant={grant} />
        <p className="border-t border-line px-3.5 py-3">
          <Link href={`/traffic?q=${encodeURIComponent(filter)}`} className={buttonLook('secondary', 'small')}>
            <ArrowLeftRight aria-hidden /> {TEXT.deeds.traffic}
          </Link>
        </p>
      </div>
    </Card>
  )
}

/** Those of OpenID Connect stand above; here they mean nothing. */
function scopesOfApi(granted: string): string {
  return splitScope(granted)
    .filter((name) => !isOidcScope(name))
    .join(' ')
}

function Scopes({ scope }: { readonly scope: string }) {
  if (scope === '') return <span className="text-ink-3">{words.noScope}</span>
  return <code className="text-small wrap-anywhere">{scope}</code>
}

function momentOf(seconds: number | undefined): string {
  return seconds === undefined ? words.unknown : formatMoment(seconds * 1000)
}
