import { useState } from 'react'
import type { Lane, Message, MessageState } from '#shared/sequence/sequence.ts'
import { SequenceDiagram } from '../../components/sequence/sequence-diagram.tsx'
import { HOSTILE } from '../samples.ts'
import { Specimen, State } from '../specimen.tsx'

const LANES: readonly Lane[] = [
  { id: 'user', actor: 'user', name: 'Alice' },
  { id: 'browser', actor: 'browser', name: 'Browser' },
  { id: 'client', actor: 'client', name: 'MyTodos.io' },
  { id: 'issuer', actor: 'issuer', name: 'Issuer' },
  { id: 'api', actor: 'api', name: 'Organizer' },
]

const MESSAGES: readonly Message[] = [
  message('1', 'client', 'client', 'code_verifier, S256', 'done'),
  message('2', 'client', 'browser', 'redirect', 'done'),
  message('3', 'browser', 'issuer', 'GET /authorize', 'done'),
  message('4', 'user', 'issuer', 'sign in', 'skipped'),
  message('5', 'user', 'issuer', 'consent', 'done'),
  message('6', 'browser', 'client', 'GET /callback', 'done'),
  message('7', 'client', 'issuer', 'POST /token', 'current'),
  message('8', 'issuer', 'client', 'tokens', 'coming'),
  message('9', 'client', 'api', 'call with the token', 'coming'),
]

const HOSTILE_MESSAGES: readonly Message[] = [
  message('1', 'client', 'issuer', 'POST /token', 'done'),
  message('2', 'issuer', 'client', '400 invalid_grant', 'failed'),
  message('3', 'client', 'client', 'a label that is longer than anybody would like it to be', 'coming'),
]

export function SequenceShelf() {
  const [selected, setSelected] = useState('7')
  return (
    <Specimen name="SequenceDiagram">
      <State name="under way">
        <div className="h-72 w-full max-w-2xl rounded-card border border-line bg-panel">
          <SequenceDiagram
            label="What travels"
            lanes={LANES}
            messages={MESSAGES}
            selectedId={selected}
            onSelect={setSelected}
            className="h-full rounded-card"
          />
        </div>
      </State>
      <State name="refused, hostile, and only to be looked at">
        <div className="w-full max-w-md rounded-card border border-line bg-panel">
          <SequenceDiagram
            label="What was refused"
            lanes={[
              { id: 'client', actor: 'client', name: HOSTILE },
              { id: 'issuer', actor: 'issuer', name: 'Issuer' },
            ]}
            messages={HOSTILE_MESSAGES}
          />
        </div>
      </State>
    </Specimen>
  )
}

function message(id: string, from: string, to: string, label: string, state: MessageState): Message {
  return { id, from, to, label, state }
}
