/** Keeps a fault in its pane: the rest of the screen works on, and there is a way on from here. */
import Button from '@mui/material/Button'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { ErrorState } from '../../components/ErrorState.tsx'
import { useWords } from '../i18n/use-words.ts'
import { CopyCode } from './CopyCode.tsx'
import { codeOfFault } from './faults.ts'

interface FaultBoundaryProps {
  children: ReactNode
  /** Another value starts afresh: the id of the case that is shown. */
  resetKey?: string | null
}

interface FaultBoundaryState {
  readonly code: string | null
  readonly resetKey: string | null | undefined
}

function Fault({ code, onRetry }: { code: string; onRetry: () => void }) {
  const { t } = useWords()
  return (
    <ErrorState
      title={t('case.faultTitle')}
      text={t('case.faultText')}
      actions={
        <>
          <Button onClick={onRetry}>{t('case.retry')}</Button>
          <CopyCode text={code} />
        </>
      }
      code={code}
    />
  )
}

export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { code: null, resetKey: this.props.resetKey }

  static getDerivedStateFromError(error: unknown): Partial<FaultBoundaryState> {
    return { code: codeOfFault(error, Date.now()) }
  }

  static getDerivedStateFromProps(props: FaultBoundaryProps, state: FaultBoundaryState): Partial<FaultBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { code: null, resetKey: props.resetKey }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack)
  }

  override render(): ReactNode {
    const { code } = this.state
    return code === null ? this.props.children : <Fault code={code} onRetry={() => this.setState({ code: null })} />
  }
}
