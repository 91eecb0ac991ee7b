import { useState } from 'react'
import { Checkbox } from '../../components/checkbox.tsx'
import { NumberField } from '../../components/number-field.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { Select } from '../../components/select.tsx'
import { Switch } from '../../components/switch.tsx'
import { TextArea } from '../../components/text-area.tsx'
import { TextField } from '../../components/text-field.tsx'
import { Row, Specimen, State } from '../specimen.tsx'

const RETENTION = [
  { value: 'day', label: 'One day' },
  { value: 'week', label: 'One week', hint: 'About 40 MB for a busy application' },
  { value: 'always', label: 'Until cleared' },
] as const

const DIRECTIONS = [
  { value: 'sent', label: 'Sent' },
  { value: 'received', label: 'Received' },
  { value: 'both', label: 'Both' },
] as const

const PEM =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----'

export function FieldShelf() {
  const [text, setText] = useState('http://localhost:5173/callback')
  const [seconds, setSeconds] = useState<number | undefined>(3600)
  const [keep, setKeep] = useState<(typeof RETENTION)[number]['value']>('week')
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]['value']>('both')
  return (
    <>
      <Specimen name="TextField">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-4">
          <TextField label="Name" placeholder="MyTodos.io" hint="What people read when they consent." />
          <TextField label="redirect_uri" mono value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <TextField
            label="Name with an error"
            defaultValue="Organizer"
            error="Another application has this name. Choose a different one."
          />
          <TextField label="Disabled" disabled defaultValue="Set by the configuration file" />
          <State name="focus" force="focus">
            <TextField label="In focus" defaultValue="checkout-web" className="w-full" />
          </State>
          <TextField label="Long" mono defaultValue={'https://checkout.example.test/'.padEnd(200, 'very-long-')} />
        </div>
      </Specimen>
      <Specimen name="TextArea">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-4">
          <TextArea label="Public key" hint="A JWK, or PEM." rows={3} defaultValue={PEM} />
          <TextArea label="With an error" rows={3} defaultValue="{" error="This is no key that can be read." />
        </div>
      </Specimen>
      <Specimen name="NumberField">
        <Row>
          <NumberField label="Access tokens live" unit="seconds" min={1} value={seconds} onChange={setSeconds} />
          <NumberField label="Port" error="Something else listens on 4400." value={4400} onChange={ignore} />
          <NumberField label="Disabled" disabled value={7} unit="days" onChange={ignore} />
        </Row>
      </Specimen>
      <Specimen name="Switch">
        <Switches />
      </Specimen>
      <Specimen name="Checkbox">
        <Boxes />
      </Specimen>
      <Specimen name="Select">
        <Row>
          <Select
            label="Keep traffic"
            value={keep}
            options={RETENTION}
            onChange={setKeep}
            className="w-56"
            hint="Older exchanges go by themselves."
          />
          <Select label="Disabled" disabled value={keep} options={RETENTION} onChange={setKeep} className="w-56" />
          <State name="focus" force="focus">
            <Select label="In focus" value={keep} options={RETENTION} onChange={setKeep} className="w-56" />
          </State>
        </Row>
      </Specimen>
      <Specimen name="Segmented">
        <Row>
          <Segmented label="Direction" value={direction} options={DIRECTIONS} onChange={setDirection} />
        </Row>
      </Specimen>
    </>
  )
}

function Switches() {
  const [isOn, setOn] = useState(true)
  return (
    <Row>
      <Switch label="Start with the system" hint="Takes effect at the next sign-in." checked={isOn} onChange={setOn} />
      <Switch label="Off" checked={false} onChange={ignore} />
      <Switch label="Disabled, on" disabled checked onChange={ignore} />
      <State name="focus" force="focus">
        <Switch label="In focus" checked onChange={ignore} />
      </State>
    </Row>
  )
}

function Boxes() {
  const [isOn, setOn] = useState(false)
  return (
    <Row>
      <Checkbox label="Show requests for keys" hint="/jwks and discovery" checked={isOn} onChange={setOn} />
      <Checkbox label="On" checked onChange={ignore} />
      <Checkbox label="Mixed" checked={false} isMixed onChange={ignore} />
      <Checkbox label="Disabled" disabled checked={false} onChange={ignore} />
      <State name="focus" force="focus">
        <Checkbox label="In focus" checked={false} onChange={ignore} />
      </State>
    </Row>
  )
}

function ignore(): void {}
