/** What the desktop app's preload puts into the window, and nothing else. */
export interface DesktopPort {
  connect(
    onFrame: (text: string) => void,
    onClosed: () => void,
  ): {
    send(text: string): void
    close(): void
  }
}

declare global {
  interface Window {
    readonly valetKey?: DesktopPort
  }
}
