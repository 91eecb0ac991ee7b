import type { JsonObject } from '#shared/tokens/json-object.ts'

import { Notice } from '../../../components/notice.tsx'
import { Parameters } from '../../common/parameters.tsx'
import { TEXT } from './text.ts'

const PRIVATE = ['d', 'p', 'q', 'k', 'priv']

/** A key, or each key of a set, member by member. */
export function Keys({ keys }: { readonly keys: readonly JsonObject[] }) {
  const isPrivate = keys.some((key) => PRIVATE.some((name) => name in key))
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-3.5 py-3">
      {keys.length === 0 && <Notice tone="warn">{TEXT.keys.none}</Notice>}
      {isPrivate && <Notice tone="bad">{TEXT.keys.private}</Notice>}
      {keys.map((key, index) => (
        // Keys need no names, and two may have one.
        <section key={index} aria-label={TEXT.keys.key(index)} className="flex-none">
          <h3 className="mb-1 text-small font-semibold">
            {typeof key['kid'] === 'string' ? key['kid'] : TEXT.keys.key(index)}
          </h3>
          <Parameters
            context="key"
            parameters={Object.entries(key).map(([name, value]) => ({
              name,
              value: typeof value === 'string' ? value : JSON.stringify(value),
            }))}
          />
        </section>
      ))}
    </div>
  )
}
