import { onOrder } from '../control.ts'
import { assertKnown, strict } from '../strict.ts'

interface Question {
  readonly message: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly cancelId?: number
  /** Takes the dialog away. */
  readonly signal?: AbortSignal
}

const OPTIONS = ['type', 'title', 'message', 'detail', 'buttons', 'defaultId', 'cancelId', 'noLink', 'signal']

interface Asked extends Question {
  answer(button: number): void
}

const asked: Asked[] = []
const errors: { title: string; content: string }[] = []

export const dialog = strict('dialog', {
  showErrorBox: (title: string, content: string) => void errors.push({ title, content }),
  /** With a window in front or without one. */
  showMessageBox(...given: readonly [object, Question] | readonly [Question]) {
    const question = given.at(-1) as Question
    assertKnown('MessageBoxOptions', question, OPTIONS)
    return new Promise<{ response: number; checkboxChecked: boolean }>((resolve) => {
      const open = { ...question, answer: (response: number) => resolve({ response, checkboxChecked: false }) }
      asked.push(open)
      question.signal?.addEventListener('abort', () => {
        asked.splice(asked.indexOf(open), 1)
        open.answer(question.cancelId ?? 0)
      })
    })
  },
})

onOrder('say what was asked', () => asked.map(({ message, detail, buttons }) => ({ message, detail, buttons })))
onOrder('say what went wrong', () => errors)
onOrder('answer', (label: string) => {
  const question = asked.find(({ buttons }) => buttons?.includes(label))
  if (!question) throw new Error(`no dialog has a button “${label}”`)
  asked.splice(asked.indexOf(question), 1)
  question.answer(question.buttons?.indexOf(label) ?? 0)
})
