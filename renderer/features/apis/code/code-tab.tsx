import { useState } from 'react'

import { authMethodOf } from '#shared/flows/authenticate.ts'
import type { ClientMetadata } from '#shared/model/client.ts'
import { buildResourceServer } from '#shared/quick-start/resource-server/build-resource-server.ts'

import { Select } from '../../../components/select.tsx'
import type { ApiView } from '../../../stores/stores.ts'
import { useClients } from '../../../stores/use-stores.tsx'
import { clientName } from '../../common/client-name.ts'
import { Project } from '../../common/code/project.tsx'
import { SecretChoice } from '../../common/code/secret-choice.tsx'
import { TextLink } from '../../common/text-link.tsx'
import { withParameter } from '../../common/use-address.ts'
import { useProgram } from '../../common/use-program.ts'
import { TEXT } from '../text.ts'

const words = TEXT.code

/** The API as a program of one's own, that takes the tokens which this issuer gives for it. */
export function CodeTab({ api }: { readonly api: ApiView }) {
  const issuer = useProgram()?.issuer
  if (issuer === undefined) return <p className="p-3.5 text-ink-2">{words.notRunning}</p>
  return (
    <div className="flex flex-col gap-4 p-3.5">
      <p className="text-ink-2">{words.intro[api.tokenFormat]}</p>
      {api.tokenFormat === 'jwt' ? (
        <Project code={buildResourceServer(api, { issuer })} />
      ) : (
        <OpaqueCode api={api} issuer={issuer} />
      )}
      <p className="text-ink-2">
        {words.running} <TextLink href={withParameter('tab', 'try')}>{words.trial}</TextLink>
      </p>
    </div>
  )
}

/** It asks the issuer, and for that it needs to be an application itself. */
function OpaqueCode({ api, issuer }: { readonly api: ApiView; readonly issuer: string }) {
  const clients = useClients(({ items }) => items)
  const able = clients.filter((client) => SECRETS.includes(authMethodOf(client as unknown as ClientMetadata)))
  const [chosen, setChosen] = useState<string>()
  const [secret, setSecret] = useState<string>()
  const client_id = able.find((client) => client.client_id === chosen)?.client_id ?? able[0]?.client_id

  function choose(id: string): void {
    setChosen(id)
    setSecret(undefined)
  }

  return (
    <>
      {client_id === undefined ? (
        <p className="text-warn">{words.noneAsks}</p>
      ) : (
        <>
          <Select
            label={words.asks}
            hint={words.asksHint}
            value={client_id}
            options={able.map((client) => ({ value: client.client_id, label: clientName(client) }))}
            onChange={choose}
          />
          <SecretChoice
            key={client_id}
            client_id={client_id}
            isShown={secret !== undefined}
            onShow={setSecret}
            onHide={() => setSecret(undefined)}
          />
        </>
      )}
      <Project code={buildResourceServer(api, { issuer, client_id, secret })} />
    </>
  )
}

/** One that introspects sends its secret in Basic; the issuer takes it so from either. */
const SECRETS: readonly string[] = ['client_secret_basic', 'client_secret_post']
