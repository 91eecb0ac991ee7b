import type { ReactNode } from 'react'

import type { SettingsView } from '../../../stores/stores.ts'
import { useSettings } from '../../../stores/use-stores.tsx'
import { EditBar } from '../../common/edit/edit-bar.tsx'
import type { Edit } from '../../common/edit/use-edit.ts'
import { Gate } from '../../common/gate.tsx'
import { Section } from '../section.tsx'
import { TEXT } from './text.ts'
import { type Rules, useSettingsEdit } from './use-settings-edit.ts'

interface WithSettingsProps {
  readonly title: string
  /** Members that have a field here. */
  readonly fields: readonly string[]
  readonly children: (edit: Edit<Rules>, stored: SettingsView) => ReactNode
}

/** A section of the form over the settings, with what saves it. */
export function WithSettings({ title, fields, children }: WithSettingsProps) {
  const settings = useSettings((state) => state)
  const { value } = settings
  return (
    <Section title={title} isFlush>
      <Gate state={settings} hasValue={value !== undefined} loading={TEXT.loading} failed={TEXT.failed}>
        {value !== undefined && (
          <Form fields={fields} stored={value}>
            {children}
          </Form>
        )}
      </Gate>
    </Section>
  )
}

function Form({ stored, fields, children }: Omit<WithSettingsProps, 'title'> & { readonly stored: SettingsView }) {
  const edit = useSettingsEdit(stored)
  return (
    <>
      {children(edit, stored)}
      <EditBar edit={edit} fields={fields} />
    </>
  )
}
