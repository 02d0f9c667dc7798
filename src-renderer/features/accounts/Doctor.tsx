/** Why signing in fails: the checks with the cause first, what to say to the caller, and the repair in one step. */
import Button from '@mui/material/Button'
import { StethoscopeIcon } from '@phosphor-icons/react/Stethoscope'
import type { Account, Repair, SensitiveActOfAccount } from '../../../shared/domain/accounts.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { DoctorCard, SayToCaller } from '../../components/DoctorCard.tsx'
import { DoctorLine } from '../../components/DoctorLine.tsx'
import { Kbd } from '../../components/Kbd.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { useIsConnected } from '../../data/workstation.ts'
import { causeOf, evidenceWords, findingWords, inOrder, lineState, storyOf } from './doctor-words.ts'

export interface DoctorProps {
  account: Account
  /** Is being examined anew. */
  busy: boolean
  onAgain: () => void
  /** Lifts the block, with the cause as its reason. */
  onUnblock: (reason: string) => void
  unblocking: boolean
  /** Leads to an act that asks the caller to be verified. */
  onSensitive: (act: SensitiveActOfAccount) => void
}

type RepairProps = Pick<DoctorProps, 'account' | 'onUnblock' | 'unblocking' | 'onSensitive'> & { repair: Repair }

function RepairButton({ account, repair, onUnblock, unblocking, onSensitive }: RepairProps) {
  const { t } = useTelling()
  const connected = useIsConnected()
  switch (repair) {
    case 'unblock': {
      const failures = causeOf(account.diagnosis)?.params['failures'] ?? ''
      const reason = t('accounts.doctor.repairReason', { failures })
      return (
        <>
          <Button variant="contained" disabled={!connected || unblocking} onClick={() => onUnblock(reason)}>
            {t('accounts.doctor.repair.unblock')}
          </Button>
          <span>{connected ? t('accounts.doctor.repairNote.unblock', { reason }) : t('accounts.acts.needsConnection')}</span>
        </>
      )
    }
    case 'reset-password':
    case 'forget-devices':
      return (
        <>
          <Button variant="contained" onClick={() => onSensitive(repair)}>
            {t(`accounts.doctor.repair.${repair}`)}
          </Button>
          <span>{t(`accounts.doctor.repairNote.${repair}`)}</span>
        </>
      )
    case 'correct-mobile':
    case 'correct-email':
    case 'ask-portal-administrator':
      return <span>{t(`accounts.doctor.repairNote.${repair}`)}</span>
    default: {
      const never: never = repair
      return never
    }
  }
}

export function Doctor(props: DoctorProps) {
  const { account, busy, onAgain } = props
  const cause = causeOf(account.diagnosis)
  const telling = useTelling()
  const { t } = telling
  const { diagnosis } = account
  const causes = diagnosis.checks.filter((check) => check.state === 'cause').length
  useKeys({ R: onAgain })
  const note = `${t('accounts.doctor.checks', { count: diagnosis.checks.length })}, ${
    causes === 0 ? t('accounts.doctor.noCause') : t('accounts.doctor.causes', { count: causes })
  }`
  return (
    <section>
      <SectionHeading
        icon={StethoscopeIcon}
        title={t(diagnosis.cause ? 'accounts.doctor.title' : 'accounts.doctor.titleFine')}
        note={note}
        actions={
          <Button size="small" variant="text" onClick={onAgain} aria-keyshortcuts="R">
            {t('accounts.doctor.again')}
            <Kbd keys={['R']} />
          </Button>
        }
      />
      <DoctorCard
        label={t('accounts.doctor.title')}
        busy={busy}
        say={
          <SayToCaller label={t('accounts.doctor.say')}>
            {cause ? t(`accounts.doctor.sayCause.${storyOf(cause)}`, cause.params) : t('accounts.doctor.sayFine')}
          </SayToCaller>
        }
        repair={diagnosis.repair ? <RepairButton {...props} repair={diagnosis.repair} /> : undefined}
      >
        {inOrder(diagnosis).map((check) => (
          <DoctorLine
            key={check.check}
            state={busy ? 'running' : lineState(check.state)}
            stateLabel={t(`accounts.doctor.state.${check.state}`)}
            question={t(`accounts.doctor.question.${check.check}`)}
            finding={findingWords(check, telling)}
            evidence={evidenceWords(check, telling)}
          />
        ))}
      </DoctorCard>
    </section>
  )
}
