import type { ErrorShape } from '#shared/errors.ts'

export function ErrorText({ error }: { readonly error: ErrorShape }) {
  return (
    <p role="alert" className="wrap-anywhere">
      {error.message} <code className="text-tiny text-ink-3">{error.code}</code>
    </p>
  )
}
