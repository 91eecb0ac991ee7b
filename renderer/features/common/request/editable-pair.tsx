import { Undo2, X } from 'lucide-react'

import type { Entry } from '#shared/teach/entry.ts'

import { Badge } from '../../../components/badge.tsx'
import { classNames } from '../../../components/class-names.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { referenceAddress } from '../../../frame/addresses.ts'
import { OutsideLink, TextLink } from '../text-link.tsx'
import { TEXT } from './text.ts'
import { EditableText } from './editable-text.tsx'

const words = TEXT

interface EditablePairProps {
  readonly label: string
  readonly name: string
  readonly value: string
  /** As the walkthrough has built it; undefined when it was not there. */
  readonly before: string | undefined
  readonly entry: Entry | undefined
  readonly onChange: ((value: string) => void) | undefined
  readonly onRemove: (() => void) | undefined
}

/** A name, its value, and what it means; changed in place. */
export function EditablePair({ label, name, value, before, entry, onChange, onRemove }: EditablePairProps) {
  const isChanged = before !== value
  const spec = entry?.specs[0]
  return (
    <li className={classNames('group/pair px-2.75 py-2', isChanged && 'bg-accent-soft')}>
      <div className="flex flex-wrap items-start gap-x-2">
        <span className="py-0.75 font-mono text-small font-semibold">
          {entry === undefined ? name : <TextLink href={referenceAddress(name)}>{name}</TextLink>}
        </span>
        {isChanged && (
          <Badge tone="accent" className="mt-0.75">
            {before === undefined ? words.added : words.changed}
          </Badge>
        )}
        <span className={classNames('flex min-w-40 flex-1 items-start gap-0.5', isChanged && 'basis-full')}>
          <EditableText label={label} value={value} onChange={onChange} />
          {isChanged && before !== undefined && onChange !== undefined && (
            <IconButton
              label={words.putOneBack(name)}
              size="small"
              className="-my-0.5"
              icon={<Undo2 aria-hidden />}
              onClick={() => onChange(before)}
            />
          )}
          {onRemove !== undefined && (
            <IconButton
              label={words.remove(name)}
              size="small"
              className="-my-0.5 opacity-0 group-focus-within/pair:opacity-100 group-hover/pair:opacity-100 pointer-coarse:opacity-100"
              icon={<X aria-hidden />}
              onClick={onRemove}
            />
          )}
        </span>
      </div>
      {isChanged && before !== undefined && (
        <p className="text-small text-ink-2">
          {words.was} <del className="font-mono wrap-anywhere decoration-bad">{before}</del>
        </p>
      )}
      {entry !== undefined && (
        <p className="mt-0.5 text-small text-ink-2">
          {entry.summary} {spec !== undefined && <OutsideLink href={spec.href}>{spec.label}</OutsideLink>}
        </p>
      )}
    </li>
  )
}
