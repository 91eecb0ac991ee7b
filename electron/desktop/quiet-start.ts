/** Given by the system when it starts the program at login. */
export const QUIET = '--quiet'

/** Started by the system and kept in the tray, it opens no window; where there is no tray, nothing would be seen. */
export function isQuietStart(argv: readonly string[], wasOpenedAtLogin: boolean, hasTray: boolean): boolean {
  return hasTray && (wasOpenedAtLogin || argv.includes(QUIET))
}
