import { invalid } from './failures.ts'

/** The recorder takes a search without a word for none, and without a filter everything would go. */
export function assertSearchable(search: string | undefined): void {
  if (search === undefined || /[\p{L}\p{N}]/u.test(search)) return
  throw invalid([
    { path: 'search', message: 'found no word to search for, expected one; leave search out to delete without it' },
  ])
}
