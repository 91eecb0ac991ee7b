import { KeyRound } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../../components/button.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Notice } from '../../../components/notice.tsx'
import { Select } from '../../../components/select.tsx'
import { TEXT } from '../text.ts'
import { KEY_ALGS, type KeyAlg, makeKey, type MadeKey } from './make-key.ts'

const words = TEXT.form.key

/** For `private_key_jwt`: makes a pair, takes the public half into the form, and shows the private one this once. */
export function KeyMaker({ onMade }: { readonly onMade: (publicJwk: object) => void }) {
  const [alg, setAlg] = useState<KeyAlg>('ES256')
  const [made, setMade] = useState<MadeKey>()
  const [isBusy, setBusy] = useState(false)

  async function make(): Promise<void> {
    setBusy(true)
    const key = await makeKey(alg)
    setBusy(false)
    setMade(key)
    onMade(key.publicJwk)
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <Select label={words.alg} className="w-32" value={alg} options={OPTIONS} onChange={setAlg} />
        <Button icon={<KeyRound aria-hidden />} isBusy={isBusy} onClick={() => void make()}>
          {words.make}
        </Button>
      </div>
      {made !== undefined && (
        <Notice tone="warn" title={words.madeTitle}>
          <p className="mb-2">{words.made}</p>
          <CodeBlock language="json" label={words.privateKey} code={JSON.stringify(made.privateJwk, undefined, 2)} />
        </Notice>
      )}
    </div>
  )
}

const OPTIONS = KEY_ALGS.map((value) => ({ value, label: value }))
