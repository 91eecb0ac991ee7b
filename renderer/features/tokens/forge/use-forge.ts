import { useState } from 'react'

import type { ScreenOutput } from '#shared/contract/calls/calls.ts'
import type { ForgedSignature, ForgedWith } from '#shared/contract/calls/tokens.ts'
import type { ErrorShape } from '#shared/errors.ts'
import type { SigningAlg } from '#shared/model/key.ts'
import { decodeJwt } from '#shared/tokens/decode-jwt.ts'

import { parseError } from '../../../stores/error-shape.ts'
import { useBridge, useStores, useTokenDesk } from '../../../stores/use-stores.tsx'
import { buildTemplate } from './template.ts'
import type { Members, Parts, Surroundings, Variation } from './variations.ts'

export type KeyItem = ScreenOutput<'keys.list'>['items'][number]
export type Forged = ScreenOutput<'tokens.forge'>

export interface SignatureChoice {
  readonly with: ForgedWith
  readonly kid?: string | undefined
  readonly alg: SigningAlg
  readonly embed: boolean
}

export interface Forge {
  /** The JWT that it began with; its signature can be kept. */
  readonly base: string
  readonly baseError: boolean
  readonly parts: Parts
  readonly signature: SignatureChoice
  readonly kid: string | undefined
  readonly applied: readonly string[]
  readonly forged: Forged | undefined
  readonly isOutdated: boolean
  readonly isBusy: boolean
  readonly error: ErrorShape | undefined
  readonly start: (token: string) => void
  readonly startFromTemplate: () => void
  readonly setHeader: (header: Members) => void
  readonly setClaims: (claims: Members) => void
  readonly setSignature: (change: Partial<SignatureChoice>) => void
  readonly apply: (variation: Variation, surroundings: Surroundings) => void
  readonly putBack: () => void
  readonly forge: () => Promise<void>
}

interface Draft {
  readonly base: string
  readonly parts: Parts
  readonly signature: SignatureChoice
  readonly applied: readonly string[]
}

const PLAIN: SignatureChoice = { with: 'issuer_key', alg: 'RS256', embed: false }

export function useForge(issuer: string, keys: readonly KeyItem[]): Forge {
  const bridge = useBridge()
  const { tokenDesk } = useStores()
  const desk = useTokenDesk(({ text }) => text)
  const [draft, setDraft] = useState<Draft>(() => begin(desk.trim(), issuer))
  const [forged, setForged] = useState<{ readonly result: Forged; readonly of: Draft }>()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ErrorShape>()

  const kid = pickKid(draft, keys)

  function change(changed: Partial<Draft>): void {
    setDraft((before) => ({ ...before, ...changed }))
  }

  function start(token: string): void {
    setDraft(begin(token, issuer))
    tokenDesk.getState().put(token)
  }

  async function forge(): Promise<void> {
    setBusy(true)
    try {
      const { header, claims } = draft.parts
      const about = draft.applied.join(', ')
      const forgery = { header, claims, signature: buildSignature(draft, kid), ...(about !== '' && { about }) }
      setForged({ result: await bridge.call('tokens.forge', { forgery }), of: draft })
      setError(undefined)
    } catch (failure) {
      setError(parseError(failure))
    } finally {
      setBusy(false)
    }
  }

  return {
    base: draft.base,
    baseError: draft.base !== '' && decodeJwt(draft.base) === undefined,
    parts: draft.parts,
    signature: draft.signature,
    kid,
    applied: draft.applied,
    forged: forged?.result,
    isOutdated: forged !== undefined && forged.of !== draft,
    isBusy,
    error,
    start,
    startFromTemplate: () => setDraft(begin('', issuer)),
    setHeader: (header) => change({ parts: { ...draft.parts, header } }),
    setClaims: (claims) => change({ parts: { ...draft.parts, claims } }),
    setSignature: (changed) => change({ signature: { ...draft.signature, ...changed } }),
    apply(variation, surroundings) {
      const parts = variation.change?.(draft.parts, surroundings) ?? draft.parts
      const signature = variation.signature
        ? { ...PLAIN, ...variation.signature, kid: draft.signature.kid }
        : draft.signature
      change({
        parts,
        signature,
        applied: [...draft.applied.filter((title) => title !== variation.title), variation.title],
      })
    },
    putBack: () => setDraft(begin(draft.base, issuer)),
    forge,
  }
}

function begin(base: string, issuer: string): Draft {
  const decoded = decodeJwt(base)
  return {
    base,
    parts: decoded ? { header: decoded.header, claims: decoded.claims } : buildTemplate(issuer, nowInSeconds()),
    signature: PLAIN,
    applied: [],
  }
}

/** The one that the token names, or else one that signs by its algorithm. */
function pickKid({ signature, parts: { header } }: Draft, keys: readonly KeyItem[]): string | undefined {
  const named = [signature.kid, header['kid']].find((kid) => keys.some((key) => key.kid === kid))
  const fitting = keys.find(({ alg, state }) => alg === header['alg'] && state === 'active')
  return typeof named === 'string' ? named : (fitting ?? keys[0])?.kid
}

function buildSignature({ base, signature }: Draft, kid = ''): ForgedSignature {
  switch (signature.with) {
    case 'issuer_key':
    case 'public_key_hmac':
      return { with: signature.with, kid }
    case 'other_key':
      return { with: 'other_key', alg: signature.alg, embed: signature.embed }
    case 'none':
      return { with: 'none' }
    case 'kept':
      return { with: 'kept', signature: base.split('.')[2] ?? '' }
  }
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
