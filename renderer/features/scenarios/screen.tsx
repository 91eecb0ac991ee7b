import { Download, FileUp, Save } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'

import { Button } from '../../components/button.tsx'
import { buttonLook } from '../../components/button-look.ts'
import { Screen as Page } from '../../components/screen.tsx'
import { useScenarios } from '../../stores/use-stores.tsx'
import { Choose } from '../common/choose.tsx'
import { ListDetail } from '../common/list-detail.tsx'
import { useNamed, useQuery } from '../common/use-address.ts'
import { ExportMenu } from './export-menu.tsx'
import { ImportPane } from './import/import-pane.tsx'
import type { ReadConfig } from './import/read-config.ts'
import { SaveDialog } from './save-dialog.tsx'
import { ScenarioDetail } from './scenario-detail.tsx'
import { ScenarioList } from './scenario-list.tsx'
import { TEXT } from './text.ts'

export function Screen() {
  const id = useNamed()
  const isImporting = useQuery().get('view') === 'import'
  const count = useScenarios(({ items }) => items.length)
  const [isSaving, setSaving] = useState(false)
  // Here, since what stands beside the list begins anew when the window becomes narrow.
  const [read, setRead] = useState<ReadConfig>()
  return (
    <Page
      title={TEXT.title}
      isFilling
      tags={count > 0 && TEXT.count(count)}
      actions={
        <>
          <Link href="/scenarios?view=import" className={buttonLook('ghost')}>
            <FileUp aria-hidden />
            {TEXT.import.action}
          </Link>
          <ExportMenu label={TEXT.export.present} icon={<Download aria-hidden />} />
          <Button variant="primary" icon={<Save aria-hidden />} onClick={() => setSaving(true)}>
            {TEXT.save.action}
          </Button>
        </>
      }
    >
      <ListDetail
        isEmpty={false}
        id="scenarios"
        listTitle={TEXT.list}
        list={<ScenarioList selectedId={id} />}
        detailTitle={TEXT.detail}
        detail={
          isImporting ? (
            <ImportPane read={read} onRead={setRead} />
          ) : id === undefined ? undefined : (
            <ScenarioDetail key={id} id={id} />
          )
        }
        placeholder={<Choose {...TEXT.choose} />}
        backHref="/scenarios"
        backLabel={TEXT.back}
      />
      {isSaving && <SaveDialog deed={{ kind: 'present' }} onClose={() => setSaving(false)} />}
    </Page>
  )
}
