import { DEMO_APIS, demoApiAddress } from '#shared/model/demo-api.ts'

import { type Definition, DefinitionList } from '../../components/definition-list.tsx'
import type { ApiView } from '../../stores/stores.ts'
import { formatSpan } from '../common/format-time.ts'
import { useProgram } from '../common/use-program.ts'
import { TEXT } from './text.ts'

export function SettingsTab({ api }: { readonly api: ApiView }) {
  const issuer = useProgram()?.issuer
  const { identifier, tokenFormat, signingAlg, tokenLifetime, authorizationDetailsTypes } = api
  return (
    <DefinitionList
      items={[
        {
          term: TEXT.identifier,
          value: <code className="text-small">{identifier}</code>,
          copy: identifier,
          hint: TEXT.identifierHint,
        },
        ...addressOf(issuer, identifier),
        { term: TEXT.format, value: TEXT.formats[tokenFormat] },
        ...(tokenFormat === 'jwt' ? [{ term: TEXT.alg, value: <code className="text-small">{signingAlg}</code> }] : []),
        { term: TEXT.lifetime, value: formatSpan(tokenLifetime) },
        ...(authorizationDetailsTypes.length === 0
          ? []
          : [{ term: TEXT.details, mono: true, value: authorizationDetailsTypes.join(', ') }]),
      ]}
    />
  )
}

/** Those that come with the program run here too. */
function addressOf(issuer: string | undefined, identifier: string): readonly Definition[] {
  const demo = DEMO_APIS.find((candidate) => candidate.identifier === identifier)
  if (demo === undefined || issuer === undefined) return []
  const address = demoApiAddress(issuer, demo.name)
  const value = <code className="text-small">{address}</code>
  return [{ term: TEXT.address, value, copy: address, hint: TEXT.addressHint }]
}
