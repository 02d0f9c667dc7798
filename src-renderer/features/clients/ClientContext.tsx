/** The client's side of a case: whom to phone, what was indicated, what is planned, what went before, what else is open. */

import { CalendarXIcon } from '@phosphor-icons/react/CalendarX'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { ClockIcon } from '@phosphor-icons/react/Clock'
import { HeartIcon } from '@phosphor-icons/react/Heart'
import { KeyIcon } from '@phosphor-icons/react/Key'
import { NoteIcon } from '@phosphor-icons/react/Note'
import { useHref, useLinkClickHandler } from 'react-router'
import type { ClientContext as Context } from '../../../shared/domain/cases.ts'
import { daysBetween, toLocal } from '../../../shared/domain/local-time.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { dayAndMonth, type Telling, todayAt, weekdayNumber } from '../../app/format/dates.ts'
import { hoursOf, phoneSpaced } from '../../app/format/numbers.ts'
import { shortSpan } from '../../app/format/spans.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { ContextSection } from '../../components/ContextSection.tsx'
import { type KeyValueItem, KeyValueList } from '../../components/KeyValueList.tsx'
import { PhoneCard } from '../../components/PhoneCard.tsx'

export interface ClientContextProps {
  context: Context
  /** The case that is open: left out of "Ook open". */
  caseId: string
  /** Visits that the open notice hits. */
  affected?: ReadonlySet<string>
}

const QUEUE_ICONS = { absences: CalendarXIcon, 'contact-requests': ChatTextIcon, accounts: KeyIcon } as const

function Phones({ context }: { context: Context }) {
  const { t } = useTelling()
  if (context.phones.length === 0) return <p>{t('case.noPhone')}</p>
  return context.phones.map((contact) => (
    <PhoneCard key={`${contact.name} ${contact.phone}`} number={phoneSpaced(contact.phone)} preferred={contact.primary}>
      <b>{contact.name}</b>, {contact.relation}
    </PhoneCard>
  ))
}

function indicationItems(context: Context, { t, lang }: Telling): KeyValueItem[] {
  const { indication, usualCaregiver } = context
  return [
    ...(indication
      ? [
          {
            id: 'hours',
            icon: ClockIcon,
            text: t('case.hoursPerWeek', { code: indication.serviceCode, hours: hoursOf(indication.hoursPerWeek * 60, lang) }),
          },
          ...indication.notes.map((note) => ({ id: note, icon: NoteIcon, text: note })),
        ]
      : []),
    ...(usualCaregiver ? [{ id: 'usual', icon: HeartIcon, text: t('case.usualCaregiver', { name: usualCaregiver }) }] : []),
  ]
}

/** Enough to see the coming weeks; the whole month is another screen's. */
const PLANNING_LINES = 8

function planningItem(visit: Visit, affected: ReadonlySet<string> | undefined, telling: Telling): KeyValueItem {
  const { t, now } = telling
  const near = daysBetween(todayAt(now), visit.date) < 7
  const who = visit.caregivers.map((caregiver) => caregiver.name.split(' ')[0]).join(', ')
  const end =
    visit.status === 'cancelled'
      ? { end: t('case.cancelled'), endTone: 'warn' as const }
      : affected?.has(visit.id)
        ? { end: t('case.affected'), endTone: 'warn' as const }
        : visit.previous
          ? { end: t('case.moved'), endTone: 'info' as const }
          : {}
  return {
    id: visit.id,
    term: near ? weekdayNumber(visit.date, telling) : dayAndMonth(visit.date, telling),
    text: `${visit.startTime} ${visit.serviceCode} ${who}`,
    ...end,
  }
}

function earlierItems(context: Context, telling: Telling): KeyValueItem[] {
  const { t } = telling
  return context.earlierAbsences.map((absence) => ({
    id: absence.id,
    term: dayAndMonth(absence.startDate, telling),
    text: [
      t(`domain.absenceType.${absence.type}`),
      absence.endDate ? t('time.days', { count: daysBetween(absence.startDate, absence.endDate) + 1 }) : null,
    ]
      .filter(Boolean)
      .join(', '),
  }))
}

function questionItems(context: Context, telling: Telling): KeyValueItem[] {
  const { t } = telling
  return context.earlierQuestions.map((question) => ({
    id: question.id,
    term: dayAndMonth(toLocal(new Date(question.submittedAt)).date, telling),
    text: `${t(`domain.contactSubject.${question.subject}`)}, ${
      question.repliedBy ? t('case.repliedBy', { name: question.repliedBy }) : t('case.noReply')
    }`,
  }))
}

function CaseLink({ queue, id, text }: { queue: QueueId; id: string; text: string }) {
  const to = `/${queue}/${id}`
  return (
    <a className="desk-link" href={useHref(to)} onClick={useLinkClickHandler(to, { state: { focus: true } })}>
      {text}
    </a>
  )
}

export function ClientContext({ context, caseId, affected }: ClientContextProps) {
  const telling = useTelling()
  const { t, now } = telling
  const indication = indicationItems(context, telling)
  const open = context.openCases.filter((one) => one.id !== caseId)
  const times = (count: number) => t('case.times', { count })
  return (
    <>
      <ContextSection title={t('case.phones')}>
        <Phones context={context} />
      </ContextSection>
      {indication.length > 0 && (
        <ContextSection title={t('case.indication')}>
          <KeyValueList kind="facts" items={indication} />
        </ContextSection>
      )}
      <ContextSection title={t('case.planning')} divider>
        {context.upcoming.length === 0 ? (
          <p>{t('case.planningNone')}</p>
        ) : (
          <KeyValueList
            items={context.upcoming.slice(0, PLANNING_LINES).map((visit) => planningItem(visit, affected, telling))}
          />
        )}
      </ContextSection>
      {context.earlierAbsences.length > 0 && (
        <ContextSection title={t('case.earlierAbsences')} note={times(context.earlierAbsences.length)} divider>
          <KeyValueList items={earlierItems(context, telling)} />
        </ContextSection>
      )}
      {context.earlierQuestions.length > 0 && (
        <ContextSection title={t('case.earlierQuestions')} note={times(context.earlierQuestions.length)} divider>
          <KeyValueList items={questionItems(context, telling)} />
        </ContextSection>
      )}
      {open.length > 0 && (
        <ContextSection title={t('case.alsoOpen')} divider>
          <KeyValueList
            items={open.map((one) => ({
              id: one.id,
              icon: QUEUE_ICONS[one.queue],
              text: <CaseLink queue={one.queue} id={one.id} text={`${t(`domain.queue.${one.queue}`)} ${one.number}`} />,
              end: shortSpan(now - Date.parse(one.openedAt), t),
            }))}
          />
        </ContextSection>
      )}
    </>
  )
}
