import { usePathname } from 'wouter/use-browser-location'

/** `/walkthroughs/FLOW/RUN`. */
export function useFlowAndRun(): { readonly flow: string | undefined; readonly run: string | undefined } {
  const [, , flow, run] = usePathname().split('/')
  return { flow: decode(flow), run: decode(run) }
}

function decode(name: string | undefined): string | undefined {
  if (name === undefined || name === '') return undefined
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
