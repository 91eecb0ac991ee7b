import { DefinitionList } from '../../components/definition-list.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useFrame } from '../commands/use-frame.tsx'
import { TEXT } from '../text.ts'
import { readAnswer } from './read-answer.ts'

const words = TEXT.callback

/** What an application of the program's own scheme would have been told. */
export function Callback({ url }: { readonly url: string }) {
  const { store } = useFrame()
  const { address, parameters } = readAnswer(url)
  return (
    <Dialog title={words.title} description={words.text(address)} isOpen onClose={store.getState().close}>
      {parameters.length === 0 && <p>{words.nothing}</p>}
      <DefinitionList items={parameters.map(([name, value]) => ({ term: name, value, mono: true, copy: value }))} />
    </Dialog>
  )
}
