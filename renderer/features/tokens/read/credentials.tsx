import type { Credentials as Pair } from '#shared/tokens/token.ts'

import { SecretValue } from '../../common/secret-value.tsx'
import { DefinitionList } from '../../../components/definition-list.tsx'
import { Notice } from '../../../components/notice.tsx'
import { TEXT } from './text.ts'

/** What a Basic header says. */
export function Credentials({ token: { client_id, client_secret } }: { readonly token: Pair }) {
  return (
    <>
      <DefinitionList
        items={[
          { term: 'client_id', mono: true, value: client_id, copy: client_id },
          {
            term: 'client_secret',
            mono: true,
            value: <SecretValue name="client_secret" reveal={() => Promise.resolve(client_secret)} />,
          },
        ]}
      />
      <Notice tone="warn" title={TEXT.credentials.title} className="mx-3.5 my-3">
        {TEXT.credentials.text}
      </Notice>
    </>
  )
}
