/** What happened with an account, newest first, narrowed to signing in or to changes. */
import { useState } from 'react'
import type { AccountEvent, AccountEventType } from '../../../shared/domain/accounts.ts'
import { columnInstant, type Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { WordKey } from '../../app/i18n/i18n.ts'
import { nl } from '../../app/i18n/nl.ts'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { Segmented } from '../../components/Segmented.tsx'
import { Timeline, type TimelineItem } from '../../components/Timeline.tsx'

type Filter = 'all' | 'login' | 'changes'

const SIGNING_IN: ReadonlySet<AccountEventType> = new Set<AccountEventType>([
  'login',
  'password-wrong',
  'blocked',
  'code-sent',
  'code-wrong',
  'device-trusted',
  'signed-out',
])
const HOT: ReadonlySet<AccountEventType> = new Set<AccountEventType>(['blocked', 'caller-refused'])
const WARN: ReadonlySet<AccountEventType> = new Set<AccountEventType>(['password-wrong', 'code-wrong', 'delivery-failed'])

/** Rights are named in the words of the portals; everything else is shown as it was written. */
function detailOf({ type, detail }: AccountEvent, { t }: Telling): string {
  if (type !== 'rights-changed' && type !== 'access-given') return detail
  if (detail === '') return t('accounts.timeline.noRights')
  const words: Readonly<Record<string, string>> = nl.accounts.right
  return detail
    .split(', ')
    .map((right) => (right in words ? t(`accounts.right.${right}` as WordKey) : right))
    .join(', ')
}

function itemOf(event: AccountEvent, telling: Telling): TimelineItem {
  const { t } = telling
  return {
    id: event.id,
    time: columnInstant(event.at, telling),
    dateTime: event.at,
    title: t(`accounts.timeline.event.${event.type}`),
    detail: detailOf(event, telling),
    by: event.staffName ?? event.administratorName ?? t(`accounts.timeline.by.${event.by}`),
    tone: HOT.has(event.type) ? 'hot' : WARN.has(event.type) ? 'warn' : 'normal',
  }
}

export function AccountTimeline({ events }: { events: readonly AccountEvent[] }) {
  const telling = useTelling()
  const { t } = telling
  const [filter, setFilter] = useState<Filter>('all')
  const shown = events.filter((event) => filter === 'all' || SIGNING_IN.has(event.type) === (filter === 'login'))
  return (
    <section style={{ marginTop: 16 }}>
      <SectionHeading
        title={t('accounts.timeline.title')}
        actions={
          <Segmented
            label={t('accounts.timeline.filter')}
            value={filter}
            options={(['all', 'login', 'changes'] as const).map((value) => ({ value, label: t(`accounts.timeline.${value}`) }))}
            onChange={setFilter}
          />
        }
      />
      {shown.length === 0 ? (
        <p>{t('accounts.timeline.none')}</p>
      ) : (
        <Timeline label={t('accounts.timeline.label')} items={shown.map((event) => itemOf(event, telling))} />
      )}
    </section>
  )
}
