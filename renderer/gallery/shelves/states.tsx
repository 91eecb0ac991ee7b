import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Card } from '../../components/card.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { Notice } from '../../components/notice.tsx'
import type { Tone } from '../../components/tone.ts'
import { HOSTILE } from '../samples.ts'
import { Specimen } from '../specimen.tsx'

const TONES: readonly Tone[] = ['neutral', 'accent', 'good', 'warn', 'bad']

export function StateShelf() {
  const [tries, setTries] = useState(0)
  return (
    <>
      <Specimen name="Notice">
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone} title={tone === 'bad' ? 'Refresh token used twice' : undefined}>
            Two tabs refreshed at once. Let one request wait for the other, and share its answer.{' '}
            <Badge tone={tone}>{tone}</Badge>
          </Notice>
        ))}
        <Notice tone="warn" action={<Button size="small">Put it back</Button>}>
          {HOSTILE}
        </Notice>
      </Specimen>
      <Specimen name="EmptyState">
        <Card>
          <EmptyState
            icon={<ArrowLeftRight />}
            title="No traffic yet"
            text="Every request to the issuer and its answer appear here. Point an application at http://localhost:4400 and sign in."
            action={<Button variant="primary">Open the browser</Button>}
          />
        </Card>
      </Specimen>
      <Specimen name="Loading">
        <Card isFlush>
          <Loading label="Loading the applications" />
        </Card>
      </Specimen>
      <Specimen name="ErrorState">
        <Card>
          <ErrorState
            title={tries === 0 ? 'The applications could not be read' : `Still not read, after ${tries} more`}
            error={{
              code: 'store_unavailable',
              message: 'The database file is locked by another program. Close it and try again.',
            }}
            onRetry={() => setTries(tries + 1)}
          />
        </Card>
      </Specimen>
    </>
  )
}
