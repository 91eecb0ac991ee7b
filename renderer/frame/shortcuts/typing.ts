/** Where a letter means that letter: fields, and dialogs and menus, which go to what begins with it. */
const TYPING =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=""], ' +
  '[contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [data-radix-popper-content-wrapper]'

export function belongsToTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null
}
