import type { KeyFacts, Verdict } from '#shared/contract/calls/token-checks.ts'

import type { Tone } from '../../../../components/tone.ts'
import { formatMoment } from '../../../common/format-time.ts'

export interface ExplainedVerdict {
  readonly tone: Tone
  readonly title: string
  /** Beside the title: by what and from where. */
  readonly aside: string
  /** What it means and what to do, where that is not plain. */
  readonly text?: string | undefined
}

type Failure = Extract<Verdict, { outcome: 'fails' }>

/** A verdict in words. `iss`: who the token says has made it. */
export function explainVerdict(verdict: Verdict, iss: unknown): ExplainedVerdict {
  if (verdict.outcome === 'fails') return explainFailure(verdict)
  const { alg, key, source, isOtherKid, issuer } = verdict
  const aside = `${alg} with ${nameKey(key)} from ${shorten(source)}`
  if (isOtherKid) {
    return {
      tone: 'warn',
      title: 'Signature holds',
      aside,
      text: 'The kid in the header names another key, and one that is not in the set. A verifier that looks the key up by it refuses the token.',
    }
  }
  if (issuer !== undefined && issuer !== iss && typeof iss === 'string') {
    return {
      tone: 'warn',
      title: 'Signature holds',
      aside,
      text: `The keys are those of ${issuer}, and the token says that ${iss} made it.`,
    }
  }
  if (key.state === 'retiring') {
    const since = key.retiredAt === undefined ? '' : ` at ${formatMoment(key.retiredAt * 1000)}`
    const until = key.retiresAt === undefined ? '' : `, which is published until ${formatMoment(key.retiresAt * 1000)}`
    return { tone: 'good', title: 'Signature holds', aside, text: `Signed by a key that was retired${since}${until}.` }
  }
  return { tone: 'good', title: 'Signature holds', aside }
}

function explainFailure(verdict: Failure): ExplainedVerdict {
  const { kid, source, keys, key, detail, reason } = verdict
  const alg = verdict.alg ?? 'The algorithm'
  const aside = [verdict.alg ?? '', source === '' ? '' : shorten(source)].filter((part) => part !== '').join(', ')
  const bad = (text: string): ExplainedVerdict => ({ tone: 'bad', title: 'Signature does not hold', aside, text })
  const unchecked = (text: string): ExplainedVerdict => ({ tone: 'warn', title: 'Not checked', aside, text })
  const said = detail === undefined || detail === '' ? '' : ` ${sentence(detail)}`
  switch (reason) {
    case 'not signed':
      return unchecked('It has no signature.')
    case 'alg none':
      return bad(
        'alg is none: nobody signed it, and anybody could have written it. Whoever accepts it accepts everything.',
      )
    case 'no alg':
      return bad('The header does not say by which algorithm it was signed.')
    case 'unsupported alg':
      return unchecked(`${alg} is none of the algorithms that can be checked here.${said}`)
    case 'unsupported crit':
      return bad(`crit names an extension that is not known here, and then a token must be refused.${said}`)
    case 'address unreachable':
      return unchecked(`The address does not answer.${said}`)
    case 'address refused':
      return unchecked(`The address answered with an error.${said}`)
    case 'no key set':
      return unchecked(`There is no key set at the address.${said}`)
    case 'no keys':
      return bad('The key set is empty, so nothing can be verified with it.')
    case 'key unreadable':
      return unchecked(`The key cannot be read.${said}`)
    case 'key refused':
      return unchecked(`The key cannot be used for ${alg}.${said}`)
    case 'no such kid':
      return bad(
        `There is no key ${quote(kid)} among the ${count(keys)}: ${listKids(keys)}. The keys may have been rotated, or another issuer made it.`,
      )
    case 'wrong key type':
      return bad(`${alg} needs another type of key than ${describeKey(key)}.`)
    case 'wrong alg':
      return bad(
        `The token says ${alg}, and ${nameKey(key)} is for ${key?.alg ?? (key?.use === 'enc' ? 'encryption' : 'another algorithm')}. A verifier must not let the token choose.`,
      )
    case 'payload altered':
      return bad(`${capitalize(nameKey(key))} did sign, but something else: header or payload were altered afterwards.`)
    case 'signed by another key':
      return bad(`Another key than ${nameKey(key)} made the signature.`)
    case 'signature wrong':
      return bad(
        `${capitalize(nameKey(key))} did not sign this: header, payload or signature were altered, or another key signed.`,
      )
    case 'public key as secret':
      return bad(
        `It is signed by ${alg} with the public key as the secret, which everybody has. A verifier that lets the token choose the algorithm would accept it (RFC 8725 §2.1).`,
      )
  }
}

function nameKey(key: KeyFacts | undefined): string {
  if (key === undefined) return 'the key'
  if (key.kid !== undefined) return `key ${cut(key.kid)}`
  return key.kty === 'oct' ? 'the secret' : key.thumbprint === undefined ? 'the key' : `key ${cut(key.thumbprint)}`
}

function describeKey(key: KeyFacts | undefined): string {
  if (key === undefined) return 'there is'
  return key.kty === 'oct' ? 'a secret' : `${nameKey(key)}, which is ${[key.kty, key.crv].filter(Boolean).join(' ')}`
}

function listKids(keys: readonly KeyFacts[]): string {
  const kids = keys.map(({ kid }) => (kid === undefined ? '(without kid)' : cut(kid)))
  return kids.length > 5 ? `${kids.slice(0, 5).join(', ')}…` : kids.join(', ')
}

function count(keys: readonly KeyFacts[]): string {
  return keys.length === 1 ? 'one that there is' : `${keys.length} that there are`
}

function quote(kid: string | undefined): string {
  return kid === undefined ? 'of that name' : `“${cut(kid)}”`
}

/** Ids are long; their beginnings tell them apart. */
function cut(id: string): string {
  return id.length > 12 ? `${id.slice(0, 8)}…` : id
}

function shorten(source: string): string {
  return source.replace(/^https?:\/\//, '')
}

function sentence(detail: string): string {
  return `${capitalize(detail)}${/[.!?]$/.test(detail) ? '' : '.'}`
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
