import { useState } from 'react'
import { rich } from '../../../shared/teach/rich-text.ts'
import { ActorChip, ActorDot } from '../../components/actor-chip.tsx'
import type { Actor } from '../../components/actor.ts'
import { Badge } from '../../components/badge.tsx'
import { Card } from '../../components/card.tsx'
import { DefinitionList } from '../../components/definition-list.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { RichText } from '../../components/rich-text.tsx'
import { StatusBadge } from '../../components/status-badge.tsx'
import { Table } from '../../components/table.tsx'
import type { Tone } from '../../components/tone.ts'
import { HOSTILE } from '../samples.ts'
import { Row, Specimen, State } from '../specimen.tsx'

const TONES: readonly Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad']
const ACTORS: readonly Actor[] = ['user', 'browser', 'client', 'issuer', 'api']
const CLIENTS = [
  { id: 'my-todos', name: 'MyTodos.io', kind: 'Public', grants: 2 },
  { id: 'checkout-web', name: 'Checkout', kind: 'Confidential', grants: 1 },
  { id: 'hostile', name: HOSTILE, kind: HOSTILE, grants: 12_345 },
]

export function DataShelf() {
  return (
    <>
      <Specimen name="Badge">
        <Row>
          {TONES.map((tone) => (
            <Badge key={tone} tone={tone}>
              {tone}
            </Badge>
          ))}
          <Badge tone="warn" title={HOSTILE}>
            {HOSTILE}
          </Badge>
        </Row>
      </Specimen>
      <Specimen name="StatusBadge">
        <Row>
          {[undefined, 101, 200, 303, 400, 500].map((status) => (
            <StatusBadge key={String(status)} status={status} />
          ))}
        </Row>
      </Specimen>
      <Specimen name="ActorChip">
        <Row>
          {ACTORS.map((actor) => (
            <ActorChip key={actor} actor={actor} />
          ))}
          <ActorChip actor="client" name="MyTodos.io" />
          <ActorChip actor="client" name={HOSTILE} />
          <State name="dots">
            {ACTORS.map((actor) => (
              <ActorDot key={actor} actor={actor} />
            ))}
          </State>
        </Row>
      </Specimen>
      <Specimen name="Kbd">
        <Row>
          <Kbd keys={['Ctrl', 'K']} />
          <Kbd keys={['?']} />
        </Row>
      </Specimen>
      <Specimen name="RichText">
        <p className="max-w-xl text-ink-2">
          <RichText
            text={rich`Every {redirect_uri} has to be the same, letter for letter, as one that ${'<b>Checkout</b>'} registered. It sent {http://localhost:5173/callbac}.`}
          />
        </p>
      </Specimen>
      <Specimen name="DefinitionList">
        <Card title="What it says" isFlush>
          <DefinitionList
            items={[
              {
                term: 'iss',
                mono: true,
                value: 'http://localhost:4400',
                copy: 'http://localhost:4400',
                hint: 'Who made it. A client compares this with the issuer it asked, letter for letter.',
              },
              { term: 'aud', mono: true, value: 'my-todos' },
              { term: 'Application', value: <ActorChip actor="client" name="MyTodos.io" /> },
              { term: 'A long one', value: HOSTILE, copy: HOSTILE },
            ]}
          />
        </Card>
      </Specimen>
      <Specimen name="Table">
        <TableSpecimen />
      </Specimen>
    </>
  )
}

function TableSpecimen() {
  const [selected, setSelected] = useState('checkout-web')
  return (
    <Card title="Applications" aside="3" isFlush>
      <Table
        caption="Applications"
        rows={CLIENTS}
        rowKey={(client) => client.id}
        rowHref={(client) => `#${client.id}`}
        selected={selected}
        onSelect={(client) => setSelected(client.id)}
        columns={[
          { key: 'name', title: 'Name', cell: (client) => client.name },
          {
            key: 'id',
            title: 'client_id',
            isSecondary: true,
            cell: (client) => <code className="text-small text-ink-2">{client.id}</code>,
          },
          { key: 'kind', title: 'Kind', width: '30%', cell: (client) => client.kind },
          { key: 'grants', title: 'Grants', align: 'end', width: '4.5rem', cell: (client) => client.grants },
        ]}
      />
    </Card>
  )
}
