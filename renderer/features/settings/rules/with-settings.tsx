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
  /** What the changes would do; stays in sight with what saves them. */
  readonly effect?: ((edit: Edit<Rules>, stored: SettingsView) => ReactNode) | undefined
  readonly children: (edit: Edit<Rules>, stored: SettingsView) => ReactNode
}

/** A section of the form over the settings, with what saves it. */
export function WithSettings({ title, fields, effect, children }: WithSettingsProps) {
  const settings = useSettings((state) => state)
  const { value } = settings
  return (
    <Section title={title} isFlush hasSticky>
      <Gate state={settings} hasValue={value !== undefined} loading={TEXT.loading} failed={TEXT.failed}>
        {value !== undefined && (
          <Form fields={fields} stored={value} effect={effect}>
            {children}
          </Form>
        )}
      </Gate>
    </Section>
  )
}

function Form({
  stored,
  fields,
  effect,
  children,
}: Omit<WithSettingsProps, 'title'> & { readonly stored: SettingsView }) {
  const edit = useSettingsEdit(stored)
  return (
    <>
      {children(edit, stored)}
      {edit.isChanged && (
        <div className="sticky bottom-0 z-10 flex max-h-[60dvh] flex-col overflow-auto rounded-b-card border-t border-line bg-panel">
          {effect?.(edit, stored)}
          <EditBar edit={edit} fields={fields} />
        </div>
      )}
    </>
  )
}
