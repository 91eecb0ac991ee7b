import { House, RotateCw } from 'lucide-react'
import { Component, type ReactNode } from 'react'
import { Link } from 'wouter'

import { buttonLook } from '../../components/button-look.ts'
import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Screen } from '../../components/screen.tsx'
import { TEXT } from '../text.ts'
import { ScreenNotLoadedError } from './load-place.ts'

interface BoundaryProps {
  /** Another one is another attempt. */
  readonly address: string
  readonly onRetry: () => void
  readonly children: ReactNode
}

interface BoundaryState {
  readonly error?: unknown
  readonly address: string
}

const words = TEXT.boundary

/** Keeps the failure of one screen from taking the frame with it. */
export class ScreenBoundary extends Component<BoundaryProps, BoundaryState> {
  override readonly state: BoundaryState = { address: this.props.address }

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error }
  }

  static getDerivedStateFromProps({ address }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return address === state.address ? null : { address, error: undefined }
  }

  readonly #retry = (): void => {
    this.props.onRetry()
    this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === undefined) return this.props.children
    if (error instanceof ScreenNotLoadedError) return <Unloaded onRetry={this.#retry} />
    return <Stopped error={error} onRetry={this.#retry} />
  }
}

function Unloaded({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Screen title={words.title}>
      <EmptyState
        icon={<RotateCw />}
        title={words.unloaded}
        text={words.unloadedText}
        action={
          <>
            <Button variant="primary" onClick={() => location.reload()}>
              {words.reload}
            </Button>
            <Button onClick={onRetry}>{words.again}</Button>
          </>
        }
      />
    </Screen>
  )
}

function Stopped({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return (
    <Screen title={words.title}>
      <EmptyState
        icon={<RotateCw />}
        title={words.heading}
        text={words.text}
        action={
          <>
            <Button variant="primary" onClick={onRetry}>
              {words.again}
            </Button>
            <Link href="/" className={buttonLook()}>
              <House aria-hidden /> {words.home}
            </Link>
          </>
        }
      />
      <CodeBlock label={words.details} code={describe(error)} />
    </Screen>
  )
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
