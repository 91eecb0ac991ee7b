import { CONCEPTS, findConcept } from '#shared/teach/concepts.ts'

import { Screen as Page } from '../../components/screen.tsx'
import { Gone } from '../common/gone.tsx'
import { useNamed } from '../common/use-address.ts'
import { Article } from './article.tsx'
import { TEXT } from './text.ts'
import { TopicList, TopicSelect } from './topics.tsx'

export function Screen() {
  const id = useNamed() ?? CONCEPTS[0].id
  const concept = findConcept(id)
  return (
    <Page title={TEXT.title} tags={TEXT.tags}>
      {concept === undefined ? (
        <Gone {...TEXT.gone} href="/concepts" />
      ) : (
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-4 pt-1 md:grid-cols-[12rem_minmax(0,1fr)]">
          <TopicSelect selected={concept.id} />
          <TopicList selected={concept.id} />
          <Article key={concept.id} concept={concept} />
        </div>
      )}
    </Page>
  )
}
