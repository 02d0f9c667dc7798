/** A portal account: why its owner cannot get in, what to say, what happened, and the acts, the sensitive ones after verifying the caller. */
import { useEffect, useRef, useState } from 'react'
import { Navigate } from 'react-router'
import type { Account, SensitiveAct, SensitiveActOfAccount } from '../../../shared/domain/accounts.ts'
import type { CaseDetail } from '../../../shared/domain/cases.ts'
import { toLocal } from '../../../shared/domain/local-time.ts'
import { ProblemState } from '../../app/faults/ProblemState.tsx'
import { monthAndYear, type Telling } from '../../app/format/dates.ts'
import { spacedNumber } from '../../app/format/numbers.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { font } from '../../app/theme/tokens.ts'
import { CaseHeader } from '../../components/CaseHeader.tsx'
import { CaseMain, CasePane } from '../../components/CasePane.tsx'
import { LoadingRows } from '../../components/LoadingRows.tsx'
import { usePortal } from '../../data/use-desk.ts'
import { usePanes } from '../../stores/panes.ts'
import { BackToList } from '../queue/BackToList.tsx'
import { CaseClaim } from '../queue/CaseClaim.tsx'
import { useClaim } from '../queue/use-claim.ts'
import { useTitleFocus } from '../queue/use-title-focus.ts'
import { AccessCaseFoot } from './AccessCaseFoot.tsx'
import { AccountActs } from './AccountActs.tsx'
import { AccountDeliveries } from './AccountDeliveries.tsx'
import { AccountSentence } from './AccountSentence.tsx'
import { AccountTimeline } from './AccountTimeline.tsx'
import { Doctor } from './Doctor.tsx'
import { statusMark } from './status-mark.ts'
import { type ActName, useAccountActs } from './use-account-acts.ts'
import { useVerification } from './use-verification.ts'
import { VerifyCaller } from './VerifyCaller.tsx'

export interface AccountPageProps {
  userId: string
  /** The access case it was opened by; null for an account that was searched for. */
  detail: CaseDetail | null
  onBack: () => void
  onDone: (caseId: string) => void
}

function metaOf(account: Account, detail: CaseDetail | null, telling: Telling) {
  const { t } = telling
  return [
    ...(detail ? [detail.number] : []),
    ...(account.clientNumber === null ? [] : [t('domain.clientNumber', { number: spacedNumber(account.clientNumber) })]),
    <span key="name">
      {t('accounts.userName')} <span style={{ fontFamily: font.mono }}>{account.userName}</span>
    </span>,
    t('accounts.since', { when: monthAndYear(toLocal(new Date(account.since)).date, telling) }),
  ]
}

interface LoadedProps extends Omit<AccountPageProps, 'userId'> {
  account: Account
  busy: boolean
  onAgain: () => void
}

function Loaded({ account, detail, busy, onAgain, onBack, onDone }: LoadedProps) {
  const telling = useTelling()
  const { t } = telling
  const titleRef = useTitleFocus()
  const panelRef = useRef<HTMLDivElement>(null)
  const claim = useClaim(detail)
  const acts = useAccountActs(account)
  const verification = useVerification(account.id)
  const [openAct, setOpenAct] = useState<ActName | null>(null)
  const [verifyFor, setVerifyFor] = useState<SensitiveAct>('reset-password')
  const contextOpen = usePanes((panes) => panes.contextOpen)

  /** After an act the focus goes to the sentence that says how it stands now. */
  const toTitle = () => titleRef.current?.focus()
  const hasReceipt = verification.stage.stage === 'receipt'
  useEffect(() => {
    if (hasReceipt) panelRef.current?.focus()
  }, [hasReceipt])
  /** A verification that is under way stays what it is for. */
  const aimAt = (act: SensitiveAct) => {
    if (verification.stage.stage !== 'sent') setVerifyFor(act)
  }
  const lead = (act: SensitiveActOfAccount) => {
    setOpenAct(act)
    aimAt(act)
    usePanes.setState({ contextOpen: true })
    requestAnimationFrame(() => panelRef.current?.focus())
  }
  const note = detail?.subject.queue === 'accounts' ? detail.subject.note : ''
  const isCaseOpen = detail?.status === 'open'
  return (
    <CasePane
      label={account.name}
      contextKind="wide"
      contextLabel={t('accounts.acts.panel')}
      contextOpen={contextOpen}
      onContextClose={() => usePanes.setState({ contextOpen: false })}
      context={
        <>
          <VerifyCaller account={account} verification={verification} act={verifyFor} onAct={aimAt} panelRef={panelRef} />
          <AccountActs
            account={account}
            acts={acts}
            verification={verification}
            open={openAct}
            onOpen={setOpenAct}
            onSensitive={aimAt}
            onDone={toTitle}
          />
        </>
      }
    >
      <CaseMain
        header={
          <CaseHeader
            titleRef={titleRef}
            back={<BackToList onBack={onBack} />}
            meta={metaOf(account, detail, telling)}
            claim={<CaseClaim claim={detail ? claim : null} contextLabel={t('accounts.acts.panel')} />}
            title={account.name}
            sentence={<AccountSentence account={account} />}
            marks={statusMark(account.status, t)}
          />
        }
        foot={
          detail && !isCaseOpen ? undefined : (
            <AccessCaseFoot
              userId={account.id}
              caseId={isCaseOpen ? detail.id : null}
              isNext={account.diagnosis.repair === null}
              onDone={onDone}
            />
          )
        }
      >
        {note !== '' && <p style={{ marginBottom: 12 }}>{note}</p>}
        <Doctor
          account={account}
          busy={busy}
          onAgain={onAgain}
          onUnblock={(reason) => acts.run('unblock', reason, null, toTitle)}
          unblocking={acts.pending === 'unblock'}
          onSensitive={lead}
        />
        <AccountTimeline events={account.timeline} />
        <AccountDeliveries account={account} />
      </CaseMain>
    </CasePane>
  )
}

export function AccountPage({ userId, ...rest }: AccountPageProps) {
  const { t } = useTelling()
  // Every opening is a look at a person and is logged as one: it asks the portal anew.
  const account = usePortal('accounts.open', { params: { id: userId } }, { onOpen: 'always' })
  // Only an examination that was asked for shows itself; news of the account just changes the lines.
  const [asked, setAsked] = useState(false)
  const again = async () => {
    setAsked(true)
    await account.refetch()
    setAsked(false)
  }
  if (!account.data) {
    return account.isError ? (
      <ProblemState title={t('accounts.errorTitle')} error={account.error} onRetry={() => void account.refetch()} />
    ) : (
      <LoadingRows label={t('case.loading')} slowLabel={t('case.loadingSlow')} />
    )
  }
  // With a case the case is the place, so that its claim is seen.
  if (rest.detail === null && account.data.caseId) return <Navigate to={`/accounts/${account.data.caseId}`} replace />
  return <Loaded {...rest} account={account.data} busy={asked} onAgain={() => void again()} />
}
