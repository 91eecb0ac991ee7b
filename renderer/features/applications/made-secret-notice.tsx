import type { ClientView } from '#shared/contract/calls/clients.ts'

import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { Notice } from '../../components/notice.tsx'
import { clientName } from '../common/client-name.ts'
import { TextLink } from '../common/text-link.tsx'
import { withParameter } from '../common/use-address.ts'
import { forgetMadeSecret, useMadeSecret } from './made-secrets.ts'
import { TEXT } from './text.ts'

const words = TEXT.madeSecret

/** A secret that was just made stands here once, so that it can be taken to where it belongs. */
export function MadeSecretNotice({ client }: { readonly client: ClientView }) {
  const { client_id } = client
  const secret = useMadeSecret(client_id)
  if (secret === undefined) return null
  return (
    <Notice
      tone="warn"
      className="m-3.5"
      title={words.title(clientName(client))}
      action={<Button onClick={() => forgetMadeSecret(client_id)}>{words.done}</Button>}
    >
      <CodeBlock code={secret} label="client_secret" className="my-2" />
      <p>
        {words.text} <TextLink href={withParameter('tab', 'quick-start')}>{words.quickStart}</TextLink>
      </p>
    </Notice>
  )
}
