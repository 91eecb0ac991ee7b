import type { ViewView } from '../windows.ts'
import { assertKnown, strict } from '../strict.ts'
import type { Bounds } from './screen.ts'
import { createWebContents, type WebContents, type WebPreferences } from './web-contents.ts'

/** The parts of a view that a test is told of, by what the program has in its hands. */
const inside = new WeakMap<object, () => Promise<ViewView>>()

export const WebContentsView = strict('WebContentsView', function (options: { webPreferences?: WebPreferences } = {}) {
  assertKnown('WebContentsViewOptions', options, ['webPreferences'])
  return createView(createWebContents(options.webPreferences))
})

function createView(contents: WebContents): object {
  let bounds: Bounds = { x: 0, y: 0, width: 0, height: 0 }
  let isVisible = true
  const view = strict('WebContentsView', {
    webContents: contents.face,
    setBounds(given: Bounds) {
      bounds = given
      sizePage(contents, given)
    },
    setVisible: (visible: boolean) => void (isVisible = visible),
    setBackgroundColor: () => undefined,
  })
  inside.set(view, async () => {
    const { id } = await contents.page.target
    return { target: id, bounds, isVisible, hasDevTools: contents.hasDevTools }
  })
  return view
}

/** A page without a size is not laid out; nor is a view. */
export function sizePage({ page }: WebContents, { width, height }: Pick<Bounds, 'width' | 'height'>): void {
  if (width <= 0 || height <= 0) return
  page.tell('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false })
}

export function describeView(view: object): Promise<ViewView> {
  const describe = inside.get(view)
  if (!describe) throw new Error('the stand-in has views of the class WebContentsView only')
  return describe()
}
