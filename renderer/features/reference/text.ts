import type { EntryKind } from '#shared/teach/entry.ts'

export const TEXT = {
  title: 'Reference',
  list: 'Names of the protocol',
  detail: 'Explanation',
  filter: 'Filter names',
  loading: 'Loading the explanations',
  failed: 'The explanations could not be loaded',
  count: (count: number) => `${count.toLocaleString('en')} names, each with its specification`,
  back: 'All names',
  kind: 'Kind',
  all: 'All',
  kinds: {
    parameter: 'Parameters',
    header: 'Headers',
    claim: 'Claims',
    metadata: 'Metadata',
    endpoint: 'Endpoints',
    error: 'Errors',
  } satisfies Record<EntryKind, string>,
  kindOf: {
    parameter: 'parameter',
    header: 'header',
    claim: 'claim',
    metadata: 'metadata',
    endpoint: 'endpoint',
    error: 'error',
  } satisfies Record<EntryKind, string>,
  where: 'Stands in',
  specs: 'Specification',
  choose: {
    title: 'Choose a name',
    text: 'What it means, how it is used and what goes wrong with it stands here, with the place in the specification.',
  },
  gone: {
    title: (name: string) => `Nothing is said here about ${name}`,
    text: 'It may be spelt otherwise: names of the protocol are in small letters, with underscores.',
    action: 'See all names',
  },
  notLoaded: 'This part of the screens could not be loaded. Is the program still running?',
} as const
