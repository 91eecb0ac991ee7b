import { RotateCw, TriangleAlert } from 'lucide-react'
import { Button } from './button.tsx'

export interface ErrorStateProps {
  readonly title: string
  readonly error: { readonly code: string; readonly message: string }
  readonly onRetry?: (() => void) | undefined
  readonly retryLabel?: string | undefined
}

export function ErrorState({ title, error, onRetry, retryLabel = 'Try again' }: ErrorStateProps) {
  return (
    <div role="alert" className="grid flex-1 place-items-center px-4 py-10">
      <div className="flex max-w-md flex-col items-center gap-1 text-center">
        <span className="mb-2 grid size-10 place-items-center rounded-card bg-bad-soft text-bad">
          <TriangleAlert className="size-5" aria-hidden />
        </span>
        <p className="text-large font-semibold wrap-anywhere">{title}</p>
        <p className="wrap-anywhere text-ink-2">{error.message}</p>
        <code className="text-tiny wrap-anywhere text-ink-3">{error.code}</code>
        {onRetry !== undefined && (
          <Button className="mt-3" icon={<RotateCw aria-hidden />} onClick={onRetry}>
            {retryLabel}
          </Button>
        )}
      </div>
    </div>
  )
}
