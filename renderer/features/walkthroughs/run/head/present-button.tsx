import { Button } from '../../../../components/button.tsx'
import { TEXT } from '../text.ts'
import { PRESENT_BUTTON_ID, usePresenting } from '../use-presenting.ts'

export function PresentButton() {
  const { enter } = usePresenting()
  return (
    <Button id={PRESENT_BUTTON_ID} variant="ghost" aria-keyshortcuts="P" onClick={enter}>
      {TEXT.head.present}
    </Button>
  )
}
