import { quoteForShell } from '../text/quote-for-shell.ts'
import type { CodeFile } from './quick-start.ts'

/** All files as one paste for a shell, which writes each where it belongs. */
export function writeScript(files: readonly CodeFile[]): string {
  const end = chooseEnd(files)
  return files
    .map(({ path, code }) => `${folderOf(path)}cat > ${quoteForShell(path)} <<'${end}'\n${code}${end}\n`)
    .join('\n')
}

function folderOf(path: string): string {
  const folder = path.split('/').slice(0, -1).join('/')
  return folder === '' ? '' : `mkdir -p ${quoteForShell(folder)}\n`
}

/** A line that no file has. */
function chooseEnd(files: readonly CodeFile[]): string {
  const lines = new Set(files.flatMap(({ code }) => code.split('\n')))
  let end = 'END'
  while (lines.has(end)) end += '_'
  return end
}
