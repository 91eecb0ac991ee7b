import { useState } from 'react'

import { type CookieAttribute, isDeleting, readCookies, readSetCookies, type SetCookie } from '#shared/oauth/cookies.ts'
import { explainAttribute, explainCookie, explainPrefix } from '#shared/teach/cookies.ts'
import type { HeaderPair } from '#shared/model/exchange.ts'

import { Badge } from '../../../../components/badge.tsx'
import { CopyButton } from '../../../../components/copy-button.tsx'
import { LongValue } from '../../../../components/long-value.tsx'
import { OutsideLink } from '../../../common/text-link.tsx'
import { Heading } from '../heading.tsx'
import { TEXT } from '../text.ts'

const words = TEXT.cookies

/** What the browser brought along. */
export function SentCookies({ headers }: { readonly headers: readonly HeaderPair[] }) {
  const cookies = readCookies(headers)
  if (cookies.length === 0) return null
  return (
    <>
      <Heading>{words.sent(cookies.length)}</Heading>
      <ul aria-label={words.sent(cookies.length)} className={LIST}>
        {cookies.map(({ name, value }, index) => (
          <CookieRow key={index} name={name} value={value} />
        ))}
      </ul>
    </>
  )
}

/** What it was given to keep. */
export function SetCookies({ headers }: { readonly headers: readonly HeaderPair[] }) {
  const cookies = readSetCookies(headers)
  if (cookies.length === 0) return null
  return (
    <>
      <Heading>{words.set(cookies.length)}</Heading>
      <ul aria-label={words.set(cookies.length)} className={LIST}>
        {cookies.map((cookie, index) => (
          <CookieRow key={index} name={cookie.name} value={cookie.value} set={cookie} />
        ))}
      </ul>
    </>
  )
}

const LIST = 'divide-y divide-line overflow-hidden rounded-lg border border-line'

interface CookieRowProps {
  readonly name: string
  readonly value: string
  readonly set?: SetCookie
}

function CookieRow({ name, value, set }: CookieRowProps) {
  const known = explainCookie(name)
  const now = useNow()
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 px-2.75 py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 font-mono text-small font-semibold wrap-anywhere">
          {name}
          {set !== undefined && isDeleting(set, now) && <Badge tone="neutral">{words.deleted}</Badge>}
        </p>
        {value !== '' && (
          <div className="text-ink-2">
            <LongValue className="max-h-16">{value}</LongValue>
          </div>
        )}
      </div>
      <span className="-my-1">
        <CopyButton text={value} label={words.copy(name)} />
      </span>
      <div className="col-span-2 mt-0.5 text-small text-ink-2">
        <p>
          {known?.summary ?? explainPrefix(name) ?? words.foreign}{' '}
          {known?.spec !== undefined && <OutsideLink href={known.spec.href}>{known.spec.label}</OutsideLink>}
        </p>
        {set !== undefined && set.attributes.length > 0 && <Attributes attributes={set.attributes} />}
      </div>
    </li>
  )
}

function Attributes({ attributes }: { readonly attributes: readonly CookieAttribute[] }) {
  return (
    <dl className="mt-1 flex flex-col gap-0.5">
      {attributes.map((attribute, index) => {
        const meaning = explainAttribute(attribute)
        return (
          <div key={index} className="wrap-anywhere">
            <dt className="mr-2 inline font-mono text-ink">
              {attribute.name}
              {attribute.value !== undefined && `=${attribute.value}`}
            </dt>
            <dd className="inline">
              {meaning?.summary ?? words.unknownAttribute}{' '}
              {meaning?.spec !== undefined && <OutsideLink href={meaning.spec.href}>{meaning.spec.label}</OutsideLink>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Once is enough: what was sent to be forgotten lies years back. */
function useNow(): number {
  const [now] = useState(Date.now)
  return now
}
