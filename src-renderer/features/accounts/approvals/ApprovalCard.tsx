/** One request for a second pair of eyes: who asks what about whom, how the caller was verified, why, and how long it stands. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { CheckIcon } from '@phosphor-icons/react/Check'
import { HandPalmIcon } from '@phosphor-icons/react/HandPalm'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { APPROVAL_MINUTES, type Approval } from '../../../../shared/domain/accounts.ts'
import { useSentence } from '../../../app/faults/use-sentence.ts'
import { nearInstant } from '../../../app/format/dates.ts'
import { countdown } from '../../../app/format/spans.ts'
import { useTelling } from '../../../app/format/use-format.ts'
import { color, font, radius, small } from '../../../app/theme/tokens.ts'
import { Avatar } from '../../../components/Avatar.tsx'
import { ConsequenceList } from '../../../components/ConsequenceList.tsx'
import { Countdown } from '../../../components/Countdown.tsx'
import { Field } from '../../../components/Field.tsx'
import { LinkButton } from '../../../components/LinkButton.tsx'
import { isProblem } from '../../../data/problem-error.ts'
import { useAct } from '../../../data/use-act.ts'
import { useIsConnected } from '../../../data/workstation.ts'
import { announce } from '../../../stores/announcer.ts'
import { useSeconds } from '../../../stores/use-seconds.ts'

const Card = styled('li')({
  border: `1px solid ${color.line2}`,
  borderRadius: radius.card,
  backgroundColor: color.work,
  padding: '14px 16px 16px',
})
const Head = styled('div')({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 12,
  marginBottom: 12,
  '& h2': { fontSize: 13, lineHeight: '20px', fontWeight: 640 },
  '& small': { ...small, display: 'block', color: color.t2 },
  '& > div:first-of-type': { flex: 1, minWidth: 0 },
})
const Acts = styled('div')({ display: 'flex', gap: 8, alignItems: 'center' })

const MINUTE_MS = 60_000

export interface ApprovalCardProps {
  approval: Approval
  /** Asked by whoever looks: they may only take it back. */
  own: boolean
  /** It was decided: the card goes, and the focus with it. */
  onDone: () => void
}

export function ApprovalCard({ approval, own, onDone }: ApprovalCardProps) {
  const telling = useTelling()
  const { t } = telling
  const id = useId()
  const navigate = useNavigate()
  const client = useQueryClient()
  const connected = useIsConnected()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const approving = useAct('accounts.approve-act')
  const refusing = useAct('accounts.refuse-act')
  const error = approving.error ?? refusing.error
  const refusal = useSentence(error)
  const left = Date.parse(approval.expiresAt) - useSeconds(true)
  const { account, act, requestedBy, verified } = approval
  const busy = approving.isPending || refusing.isPending
  const refresh = () => {
    for (const channel of ['portal:accounts.approvals', 'portal:accounts.open', 'portal:cases.counters'] as const)
      void client.invalidateQueries({ queryKey: [channel] })
  }
  const decide = (what: 'approve' | 'refuse') => {
    const typed = reason.trim()
    setMissing(typed === '')
    if (typed === '') {
      document.getElementById(id)?.focus()
      return
    }
    const one = what === 'approve' ? approving : refusing
    const other = what === 'approve' ? refusing : approving
    other.reset()
    one.mutate(
      { params: { id: approval.id }, body: { reason: typed } },
      {
        onSuccess: () => {
          const said = what === 'approve' ? 'approved' : own ? 'takenBack' : 'refused'
          announce(t(`accountDesk.approvals.${said}`, { name: account.name }))
          refresh()
          onDone()
        },
        onError: (why) => {
          if (isProblem(why, 'approval-over', 'nothing-to-clear', 'not-found')) refresh()
        },
      },
    )
  }
  const over = left <= 0
  const when = nearInstant(approval.requestedAt, telling)
  return (
    <Card aria-labelledby={`${id}-title`}>
      <Head>
        <Avatar id={requestedBy.id} name={requestedBy.name} size="medium" />
        <div>
          <h2 id={`${id}-title`}>
            {t('accountDesk.approvals.ofAccount', { act: t(`accounts.acts.name.${act}`), name: account.name })}
          </h2>
          <small>
            {own
              ? t('accountDesk.approvals.youAsk', { when })
              : t('accountDesk.approvals.asks', { name: requestedBy.name, when })}
          </small>
        </div>
        {!over && (
          <Countdown fraction={left / (APPROVAL_MINUTES * MINUTE_MS)}>
            {t('accountDesk.approvals.left', { time: countdown(left) })}
          </Countdown>
        )}
      </Head>
      <div style={{ marginBottom: 14 }}>
        <ConsequenceList
          items={[
            {
              term: t('accountDesk.approvals.term.caller'),
              tone: verified ? 'ok' : 'warn',
              text: verified
                ? t(`accountDesk.approvals.verifiedBy.${verified.channel}`, { when: nearInstant(verified.at, telling) })
                : t('accountDesk.approvals.notVerified'),
            },
            { term: t('accountDesk.approvals.term.why'), text: <b>{approval.reason}</b> },
            {
              term: t('accountDesk.approvals.term.who'),
              text: (
                <>
                  <span style={{ fontFamily: font.mono }}>{account.userName}</span> ·{' '}
                  <LinkButton
                    aria-label={t('accountDesk.approvals.openOf', { name: account.name })}
                    onClick={() => void navigate(`/accounts/user/${account.id}`, { state: { focus: true } })}
                  >
                    {t('accountDesk.approvals.open')}
                  </LinkButton>
                </>
              ),
            },
            {
              term: t('accountDesk.approvals.term.effect'),
              text: t(act === 'clear-second-factor' ? 'accountDesk.approvals.effect' : 'accountDesk.approvals.effectOther', {
                name: account.name,
              }),
            },
          ]}
        />
      </div>
      {over ? (
        <p role="status">{t('accountDesk.approvals.over')}</p>
      ) : (
        <>
          <Field
            id={id}
            label={t('accountDesk.approvals.yourReason')}
            value={reason}
            problem={missing ? t('accounts.acts.needsReason') : undefined}
            inputProps={{ maxLength: 300 }}
            onChange={(event) => setReason(event.target.value)}
          />
          {refusal && (
            <p role="alert" style={{ color: color.hot, marginBottom: 8 }}>
              {refusal}
            </p>
          )}
          <Acts>
            {own ? (
              <Button disabled={busy || !connected} onClick={() => decide('refuse')}>
                {t('accountDesk.approvals.takeBack')}
              </Button>
            ) : (
              <>
                <Button color="primary" disabled={busy || !connected} onClick={() => decide('approve')}>
                  <CheckIcon />
                  {t('accountDesk.approvals.approve')}
                </Button>
                <Button color="error" disabled={busy || !connected} onClick={() => decide('refuse')}>
                  <HandPalmIcon />
                  {t('accountDesk.approvals.refuse')}
                </Button>
              </>
            )}
            <small style={{ color: color.t3 }}>
              {connected ? own && t('accountDesk.approvals.waitsOther') : t('accounts.acts.needsConnection')}
            </small>
          </Acts>
        </>
      )}
    </Card>
  )
}
