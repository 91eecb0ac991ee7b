import { onOrder } from '../control.ts'
import { strict } from '../strict.ts'

interface Question {
  readonly message: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly cancelId?: number
}

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
    return new Promise<{ response: number; checkboxChecked: boolean }>((resolve) => {
      asked.push({ ...question, answer: (response) => resolve({ response, checkboxChecked: false }) })
    })
  },
})

onOrder('say what was asked', () => asked.map(({ message, detail, buttons }) => ({ message, detail, buttons })))
onOrder('say what went wrong', () => errors)
onOrder('answer', (label: string) => {
  const question = asked.shift()
  const button = question?.buttons?.indexOf(label) ?? -1
  if (!question || button < 0) throw new Error(`no dialog has a button “${label}”`)
  question.answer(button)
})
