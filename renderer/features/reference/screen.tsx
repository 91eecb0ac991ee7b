import { useMemo } from 'react'

import { Card } from '../../components/card.tsx'
import { ErrorState } from '../../components/error-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { Screen as Page } from '../../components/screen.tsx'
import { Choose } from '../common/choose.tsx'
import { FilterField } from '../common/filter-field.tsx'
import { Gone } from '../common/gone.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed } from '../common/use-address.ts'
import { type Dictionary, useDictionary, useDictionaryTrouble } from '../common/use-dictionary.ts'
import { Explanation } from './explanation.tsx'
import { listNames } from './list-names.ts'
import { ReferenceList } from './reference-list.tsx'
import { TEXT } from './text.ts'

export function Screen() {
  const name = useNamed()
  const dictionary = useDictionary()
  const count = useMemo(() => (dictionary ? listNames(dictionary.indexEntries()).length : 0), [dictionary])
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={<FilterField label={TEXT.filter} isOfList={name === undefined} />}
    >
      {dictionary === undefined ? <NotYet /> : <Names dictionary={dictionary} />}
    </Page>
  )
}

function NotYet() {
  const retry = useDictionaryTrouble()
  return (
    <Card isFlush className="flex-1">
      {retry === undefined ? (
        <Loading label={TEXT.loading} rows={12} />
      ) : (
        <ErrorState title={TEXT.failed} error={{ code: 'not_loaded', message: TEXT.notLoaded }} onRetry={retry} />
      )}
    </Card>
  )
}

function Names({ dictionary }: { readonly dictionary: Dictionary }) {
  const name = useNamed()
  return (
    <ListDetail
      isEmpty={false}
      id="reference"
      listTitle={TEXT.list}
      list={<ReferenceList dictionary={dictionary} selectedName={name} />}
      detailTitle={TEXT.detail}
      detail={name === undefined ? undefined : <Detail key={name} dictionary={dictionary} name={name} />}
      placeholder={<Choose {...TEXT.choose} />}
      backHref="/reference"
      backLabel={TEXT.back}
    />
  )
}

function Detail({ dictionary, name }: { readonly dictionary: Dictionary; readonly name: string }) {
  const entries = dictionary.entriesOf(name)
  if (entries.length === 0) return <Gone {...TEXT.gone} title={TEXT.gone.title(name)} href="/reference" />
  return <Explanation name={entries[0]?.name ?? name} entries={entries} />
}
