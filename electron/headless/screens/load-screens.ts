import type { ScreensContext, ScreensHost } from '../../core/create-core.ts'

/** Nothing of the screens is loaded by a program that nobody looks at. */
export async function loadScreens(context: ScreensContext): Promise<ScreensHost> {
  const screens = await import('./create-screens.ts')
  return screens.createScreens(context)
}
