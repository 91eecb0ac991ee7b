import { ROUTES } from '#shared/oauth/protocol.ts'

import { Card } from '../../components/card.tsx'
import { DefinitionList } from '../../components/definition-list.tsx'
import { Loading } from '../../components/loading.tsx'
import { useProgram } from '../common/use-program.ts'
import { TEXT } from './text.ts'

const words = TEXT.point
const ENDPOINTS = ['authorization', 'token', 'userinfo', 'jwks'] as const

export function PointAtIt() {
  const program = useProgram()
  return (
    <Card isFlush title={words.title} aside={words.aside}>
      {program === undefined ? <Loading label={words.title} /> : <DefinitionList items={addressesOf(program)} />}
    </Card>
  )
}

function addressesOf({ issuer, discovery }: { readonly issuer: string; readonly discovery: string }) {
  const base = issuer.replace(/\/$/, '')
  const endpoints = ENDPOINTS.map((name) => [words[name], base + ROUTES[name]] as const)
  const all = [[words.issuer, issuer] as const, [words.discovery, discovery] as const, ...endpoints]
  return all.map(([term, address]) => ({ term, value: <code className="text-small">{address}</code>, copy: address }))
}
