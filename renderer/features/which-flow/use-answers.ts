import { navigate } from 'wouter/use-browser-location'

import { keepAnswers } from '#shared/teach/which-flow.ts'
import { type Answers, QUESTION_IDS, type QuestionId } from '#shared/teach/which-flow/questions.ts'

import { useQuery } from '../common/use-address.ts'

/** What was answered, as the address says it: an answer can be shared, and taken back by going back. */
export function useAnswers(): { readonly answers: Answers; readonly pick: (id: QuestionId, option: string) => void } {
  const query = useQuery()
  const answers = keepAnswers(Object.fromEntries(QUESTION_IDS.map((id) => [id, query.get(id) ?? undefined])))
  return {
    answers,
    pick(id, option) {
      // An answer that is changed is no step of its own: arrow keys go through all the options.
      const replace = answers[id] !== undefined
      navigate(answersAddress({ ...answers, [id]: option }), { replace, ...(replace && { state: history.state }) })
    },
  }
}

function answersAddress(answers: Answers): string {
  const query = new URLSearchParams(Object.entries(keepAnswers(answers)))
  return `/which-flow?${query.toString()}`
}
