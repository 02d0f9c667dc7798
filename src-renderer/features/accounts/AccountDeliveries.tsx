/** The newest messages to an account, and what became of them; one that failed can be tried again where its text is still there. */
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import type { Account } from '../../../shared/domain/accounts.ts'
import type { DeliverySummary } from '../../../shared/domain/deliveries.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { columnInstant, type Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { Timeline, type TimelineItem } from '../../components/Timeline.tsx'
import { deskKey } from '../../data/keys.ts'
import { useAct } from '../../data/use-act.ts'
import { useIsConnected } from '../../data/workstation.ts'
import { announce } from '../../stores/announcer.ts'

/** Why it is not there yet, and what happens next. */
function standing(one: DeliverySummary, telling: Telling): string {
  const { t } = telling
  return [
    t(`accounts.deliveries.channel.${one.channel}`),
    one.masked,
    ...(one.failure === null ? [] : [t(`accounts.deliveries.failure.${one.failure}`)]),
    ...(one.error ? [one.error] : []),
    ...(one.failure === null ? [] : [t('accounts.deliveries.attempts', { count: one.attempts })]),
    ...(one.nextTryAt === null ? [] : [t('accounts.deliveries.nextTry', { when: columnInstant(one.nextTryAt, telling) })]),
  ]
    .filter((part) => part !== '')
    .join(' · ')
}

export function AccountDeliveries({ account }: { account: Account }) {
  const telling = useTelling()
  const { t } = telling
  const client = useQueryClient()
  const connected = useIsConnected()
  const retry = useAct('deliveries.retry')
  const refusal = useSentence(retry.error)
  const again = (id: string) =>
    retry.mutate(
      { params: { id } },
      {
        onSuccess: () => announce(t('accounts.deliveries.retrying')),
        // Whether it went well or was no longer possible: look how it stands.
        onSettled: () =>
          void client.invalidateQueries({ queryKey: deskKey('portal:accounts.open', { params: { id: account.id } }) }),
      },
    )
  const itemOf = (one: DeliverySummary): TimelineItem => ({
    id: one.id,
    time: columnInstant(one.at, telling),
    dateTime: one.at,
    title: t(`accounts.deliveries.about.${one.about}`),
    detail: standing(one, telling),
    by: one.retryable ? (
      <Button size="small" disabled={retry.isPending || !connected} onClick={() => again(one.id)}>
        {t('accounts.deliveries.retry')}
      </Button>
    ) : (
      t(`accounts.deliveries.status.${one.status}`)
    ),
    tone: one.status === 'failed' ? 'hot' : one.failure === null ? 'normal' : 'warn',
  })
  return (
    <section style={{ marginTop: 16 }}>
      <SectionHeading title={t('accounts.deliveries.title')} />
      {refusal && <p role="alert">{refusal}</p>}
      {account.deliveries.length === 0 ? (
        <p>{t('accounts.deliveries.none')}</p>
      ) : (
        <Timeline label={t('accounts.deliveries.label')} items={account.deliveries.map(itemOf)} />
      )}
    </section>
  )
}
