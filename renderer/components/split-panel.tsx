import { Fragment, type ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { classNames } from './class-names.ts'
import { useMediaQuery } from './use-media-query.ts'

export interface SplitPart {
  readonly id: string
  /** Names the bar beside it: "Size of …". */
  readonly title: string
  /** `'40%'`, or pixels as a number. */
  readonly defaultSize?: string | number | undefined
  readonly minSize?: string | number | undefined
  readonly content: ReactNode
}

export interface SplitPanelProps {
  /** Under this name the sizes are remembered. */
  readonly id: string
  readonly direction: 'horizontal' | 'vertical'
  readonly panels: readonly SplitPart[]
  readonly className?: string | undefined
}

/** Parts beside or above each other with bars to move between them; one below the other where the window is narrow. */
export function SplitPanel(props: SplitPanelProps) {
  const isNarrow = useMediaQuery('(width < 50rem)')
  return isNarrow ? <Stack {...props} /> : <Split {...props} />
}

function Stack({ panels, className }: SplitPanelProps) {
  return (
    <div className={classNames('flex min-w-0 flex-col gap-3', className)}>
      {panels.map(({ id, content }) => (
        <div key={id} className="flex min-w-0 flex-col">
          {content}
        </div>
      ))}
    </div>
  )
}

function Split({ id, direction, panels, className }: SplitPanelProps) {
  const layout = useDefaultLayout({ id, panelIds: panels.map((panel) => panel.id), storage: localStorage })
  return (
    <Group id={id} orientation={direction} {...layout} className={classNames('min-h-0 min-w-0 flex-1', className)}>
      {panels.map(({ id: panelId, defaultSize, minSize, content }, index) => (
        <Fragment key={panelId}>
          {index > 0 && <Bar title={panels[index - 1]?.title ?? ''} isUpright={direction === 'horizontal'} />}
          <Panel
            id={panelId}
            {...(defaultSize === undefined ? {} : { defaultSize })}
            minSize={minSize ?? '15%'}
            className="flex min-h-0 min-w-0 flex-col"
          >
            {content}
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

function Bar({ title, isUpright }: { readonly title: string; readonly isUpright: boolean }) {
  const look = isUpright ? 'w-3 after:h-8 after:w-1' : 'h-3 after:h-1 after:w-8'
  return (
    <Separator
      aria-label={`Size of ${title}`}
      className={classNames(
        'grid flex-none place-items-center rounded-sm after:rounded-full after:bg-line-strong after:transition-colors hover:after:bg-accent focus-visible:-outline-offset-2 focus-visible:after:bg-accent',
        look,
      )}
    />
  )
}
