import type { UserAgentState } from '#shared/contract/calls/shell.ts'

export const BLANK: UserAgentState = {
  address: '',
  title: '',
  isLoading: false,
  canGoBack: false,
  canGoForward: false,
  isPrivate: false,
}
