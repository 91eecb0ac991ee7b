import { Download, MoreHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { Menu } from '../../components/menu.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Toast } from '../../components/toast.tsx'
import { Specimen } from '../specimen.tsx'

export function OverlayShelf() {
  return (
    <>
      <Specimen name="Menu">
        <MenuSpecimen />
      </Specimen>
      <Specimen name="Dialog">
        <DialogSpecimen />
      </Specimen>
      <Specimen name="ConfirmDialog">
        <ConfirmSpecimen />
      </Specimen>
      <Specimen name="Toast">
        <ToastSpecimen />
      </Specimen>
    </>
  )
}

function MenuSpecimen() {
  const [chosen, setChosen] = useState('nothing')
  const [isShown, setShown] = useState(true)
  const [isAsking, setAsking] = useState(false)
  return (
    <div className="flex items-center gap-3">
      <Menu
        trigger={
          <IconButton label="More about this exchange" variant="secondary" icon={<MoreHorizontal aria-hidden />} />
        }
        items={[
          { id: 'exchange', heading: 'This exchange' },
          { id: 'export', label: 'Export as HAR', icon: <Download aria-hidden />, onSelect: () => setChosen('export') },
          { id: 'keys', label: 'Show requests for keys', isChecked: isShown, onSelect: () => setShown(!isShown) },
          {
            id: 'resend',
            label: 'Send again',
            hint: 'Only what a client sent',
            isDisabled: true,
            onSelect: () => setChosen('resend'),
          },
          'separator',
          {
            id: 'delete',
            label: 'Delete',
            icon: <Trash2 aria-hidden />,
            isDangerous: true,
            onSelect: () => setAsking(true),
          },
        ]}
      />
      <span className="text-ink-2">Chosen: {chosen}</span>
      <ConfirmDialog
        title="Delete this exchange?"
        text="The others of the same sign-in stay."
        confirmLabel="Delete"
        isDangerous
        isOpen={isAsking}
        onConfirm={() => setAsking(false)}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}

function DialogSpecimen() {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div>
      <Button onClick={() => setOpen(true)}>Rename the application</Button>
      <Dialog
        title="Rename the application"
        description="Its client_id stays the same, so nothing else has to change."
        isOpen={isOpen}
        onClose={close}
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button variant="primary" onClick={close}>
              Rename
            </Button>
          </>
        }
      >
        <TextField label="New name" defaultValue="MyTodos.io" />
      </Dialog>
    </div>
  )
}

function ConfirmSpecimen() {
  const [isOpen, setOpen] = useState(false)
  const [outcome, setOutcome] = useState('Nothing cleared.')

  function end(words: string): void {
    setOpen(false)
    setOutcome(words)
  }

  return (
    <div className="flex items-center gap-3">
      <Button variant="danger" onClick={() => setOpen(true)}>
        Clear traffic
      </Button>
      <span className="text-ink-2">{outcome}</span>
      <ConfirmDialog
        title="Clear 128 recorded exchanges?"
        text="They are removed from this machine for good. Applications, users and tokens stay as they are."
        confirmLabel="Clear traffic"
        isDangerous
        isOpen={isOpen}
        onConfirm={() => end('Cleared.')}
        onCancel={() => end('Kept.')}
      />
    </div>
  )
}

function ToastSpecimen() {
  const [said, setSaid] = useState('')
  return (
    <div className="flex flex-col items-start gap-2">
      <Toast
        text="Traffic is kept for one week now."
        undo={() => setSaid('undone')}
        onDismiss={() => setSaid('dismissed')}
      />
      <Toast
        tone="bad"
        text="The port could not be changed: something else listens on 4400."
        onDismiss={() => setSaid('dismissed')}
      />
      <Toast
        tone="neutral"
        text={'eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCIs'.repeat(3)}
        onDismiss={() => setSaid('dismissed')}
      />
      <output className="text-ink-2">{said}</output>
    </div>
  )
}
