/** Invented cases of the in-memory workstation: absence notices and questions. */
import type { AbsenceFields } from '../../../shared/domain/absences.ts'
import type { AbsenceSubject, CaseDetail, Claim, ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { toInstant } from '../../../shared/domain/local-time.ts'
import type { Visit } from '../../../shared/domain/planning.ts'
import { caregivers, colleagues, contextOf, idOf, type Person, rowOf, visitOf } from './people.ts'

const at = (date: string, time: string) => toInstant(date, time).toISOString()

function claimOf(by: (typeof colleagues)[keyof typeof colleagues]): Claim {
  return { by, since: at('2026-11-23', '09:05'), expiresAt: at('2026-11-23', '09:13') }
}

const fields = (change: Partial<AbsenceFields>): AbsenceFields => ({
  type: 'holiday',
  days: 'one',
  startDate: '2026-11-23',
  wholeDay: true,
  startTime: null,
  endTime: null,
  endDateKnown: true,
  endDate: null,
  ...change,
})

interface AbsenceSeed {
  readonly n: number
  readonly name: string
  readonly notice: Partial<AbsenceFields>
  readonly affected: readonly Visit[]
  readonly late?: number
  readonly claim?: Claim
  readonly before?: Partial<AbsenceFields>
  readonly phones?: Person['phones']
  readonly upcoming?: readonly Visit[]
  readonly by?: { name: string; relation: string }
}

function absenceCase(seed: AbsenceSeed): CaseDetail {
  const notice = fields(seed.notice)
  const first = seed.affected[0]
  const number = 104_000 + seed.n
  const row = rowOf(seed.n, {
    queue: 'absences',
    name: seed.name,
    clientNumber: number,
    dueAt: first ? at(first.date, first.startTime) : at(notice.startDate, '00:00'),
    facets: [
      ...(seed.late === undefined ? [] : (['late-notice'] as const)),
      ...(notice.type === 'admission' ? (['admission'] as const) : []),
      ...(seed.before ? (['changed'] as const) : []),
      ...(notice.endDateKnown ? [] : (['open-end'] as const)),
    ],
    claim: seed.claim ?? null,
    facts: {
      queue: 'absences',
      notice,
      visitCount: seed.affected.length,
      firstVisit: first ? { date: first.date, startTime: first.startTime } : null,
      lateWorkingDays: seed.late ?? null,
    },
  })
  const subject: AbsenceSubject = {
    queue: 'absences',
    notice: {
      id: idOf(6, seed.n),
      ...notice,
      status: 'open',
      submittedAt: row.openedAt,
      version: row.version,
      late: seed.late === undefined ? null : { workingDays: seed.late, required: 3 },
      overlapsWith: [],
      warnings: [],
    },
    affected: [...seed.affected],
    horizon: '2027-01-18',
    decided: [],
    before: seed.before ? fields({ ...seed.notice, ...seed.before }) : null,
  }
  const person = {
    name: seed.name,
    number,
    phones: seed.phones ?? [{ name: seed.name, relation: 'zelf', phone: '0756401182', primary: true }],
    upcoming: seed.upcoming ?? seed.affected,
  }
  return {
    ...row,
    status: 'open',
    closedAt: null,
    closedBy: null,
    reportedBy: seed.by ?? { name: seed.name, relation: 'zelf' },
    client: contextOf(person, seed.n, {
      earlierAbsences: [
        { id: idOf(7, seed.n), type: 'admission', startDate: '2026-09-07', endDate: '2026-09-10' },
        { id: idOf(7, 100 + seed.n), type: 'holiday', startDate: '2026-05-02', endDate: '2026-05-10' },
      ],
    }),
    subject,
  }
}

const verbeek = [
  visitOf(1, '2026-11-23', '11:00'),
  visitOf(2, '2026-11-25', '11:00'),
  visitOf(3, '2026-11-25', '18:30', { serviceCode: 'HV 2', caregivers: [caregivers.wout], minutes: 60, pinned: true }),
]

export const absenceCases = (): CaseDetail[] => [
  absenceCase({
    n: 17,
    name: 'Dhr. P. Overmars',
    notice: { startDate: '2026-11-23' },
    before: { startDate: '2026-11-24' },
    affected: [visitOf(10, '2026-11-23', '09:50')],
    late: 0,
    claim: claimOf(colleagues.ruben),
  }),
  absenceCase({
    n: 418,
    name: 'Mevr. H. Verbeek-de Wit',
    notice: {
      type: 'admission',
      days: 'several',
      startDate: '2026-11-23',
      wholeDay: false,
      startTime: '10:00',
      endTime: '20:00',
      endDate: '2026-11-25',
    },
    affected: verbeek,
    late: 0,
    by: { name: 'Ingrid Verbeek', relation: 'dochter' },
    phones: [
      { name: 'Ingrid Verbeek', relation: 'dochter', phone: '0624190377', primary: true },
      { name: 'Mevr. H. Verbeek-de Wit', relation: 'thuis', phone: '0756401182', primary: false },
    ],
    upcoming: [...verbeek, visitOf(4, '2026-11-30', '11:00'), visitOf(5, '2026-12-02', '11:00')],
  }),
  absenceCase({
    n: 19,
    name: 'Mevr. S. Yıldız',
    notice: { type: 'other-residence', days: 'several', startDate: '2026-11-23', endDateKnown: false },
    affected: [visitOf(20, '2026-11-23', '13:30'), visitOf(21, '2026-11-30', '13:30')],
    late: 0,
  }),
  absenceCase({
    n: 20,
    name: 'Dhr. en mevr. Kooistra',
    notice: { days: 'several', startDate: '2026-11-24', endDate: '2026-12-05' },
    affected: [visitOf(30, '2026-11-24', '08:15'), visitOf(31, '2026-12-01', '08:15')],
    claim: claimOf(colleagues.sanne),
  }),
  absenceCase({
    n: 21,
    name: 'Mevr. J. Tromp',
    notice: { type: 'admission', days: 'several', startDate: '2026-11-24', endDateKnown: false },
    affected: [visitOf(40, '2026-11-24', '10:00')],
  }),
  absenceCase({
    n: 22,
    name: 'Dhr. F. Baidoo',
    notice: { startDate: '2026-11-24', wholeDay: false, startTime: '13:00', endTime: '17:00' },
    affected: [visitOf(50, '2026-11-24', '15:30')],
  }),
  absenceCase({
    n: 23,
    name: 'Mevr. C. de Rooij',
    notice: { type: 'health-risk', days: 'several', startDate: '2026-11-26', endDate: '2026-11-27' },
    before: { endDate: '2026-11-30' },
    affected: [visitOf(60, '2026-11-26', '09:00'), visitOf(61, '2026-11-27', '09:00')],
  }),
  absenceCase({
    n: 24,
    name: 'Dhr. W. Lammers',
    notice: { days: 'several', startDate: '2026-11-26', endDate: '2026-12-03' },
    affected: [
      visitOf(70, '2026-11-26', '14:00', { caregivers: [caregivers.samira, caregivers.wout] }),
      visitOf(71, '2026-12-03', '14:00'),
    ],
  }),
  absenceCase({ n: 25, name: 'Mevr. N. Achterberg', notice: { startDate: '2026-12-09' }, affected: [] }),
]

interface QuestionSeed {
  readonly n: number
  readonly name: string
  readonly subject: ContactSubjectOfCase['request']['subject']
  readonly message: string
  readonly dueAt: string
  readonly kind?: ContactSubjectOfCase['kind']
  readonly claim?: Claim
}

function questionCase(seed: QuestionSeed): CaseDetail {
  const number = 100_000 + seed.n
  const kind = seed.kind ?? 'contact-request'
  const row = rowOf(seed.n, {
    queue: 'contact-requests',
    name: seed.name,
    clientNumber: number,
    dueAt: seed.dueAt,
    openedAt: at('2026-11-20', '10:00'),
    facets: kind === 'care-signal' ? ['care-signal'] : kind === 'message' ? ['message'] : [],
    claim: seed.claim ?? null,
    facts: { queue: 'contact-requests', kind, subject: seed.subject, excerpt: seed.message.slice(0, 120) },
  })
  return {
    ...row,
    status: 'open',
    closedAt: null,
    closedBy: null,
    reportedBy: { name: seed.name, relation: 'zelf' },
    client: contextOf(
      {
        name: seed.name,
        number,
        phones: [{ name: seed.name, relation: 'zelf', phone: '0644179052', primary: true }],
        upcoming: [visitOf(200 + seed.n, '2026-11-30', '09:00', { caregivers: [caregivers.wout] })],
      },
      seed.n,
      {
        earlierQuestions: [
          { id: idOf(8, seed.n), subject: 'household-help', submittedAt: at('2026-10-14', '11:00'), repliedBy: 'Noor Willemsen' },
        ],
      },
    ),
    subject: {
      queue: 'contact-requests',
      kind,
      request: {
        id: idOf(9, seed.n),
        subject: seed.subject,
        message: seed.message,
        status: 'open',
        submittedAt: row.openedAt,
        changedAt: null,
        closedAt: null,
        reply: null,
        repliedBy: null,
        version: 1,
      },
      previousMessage: null,
      readers: [
        { name: seed.name, relation: 'zelf' },
        { name: 'Ruud van Dalen', relation: 'zoon' },
      ],
      project: null,
      addressedTo: null,
    },
  }
}

export const questionCases = (): CaseDetail[] => [
  questionCase({
    n: 301,
    name: 'Dhr. S. Ramdin',
    subject: 'planning',
    message: 'Kan de hulp voortaan om half tien komen? Om negen uur ben ik nog niet klaar.',
    dueAt: at('2026-11-23', '09:00'),
    claim: claimOf(colleagues.sanne),
  }),
  questionCase({
    n: 316,
    name: 'Mevr. A. van Dalen',
    subject: 'planning',
    message:
      'Goedemorgen, kan mijn hulp volgende week op dinsdag komen in plaats van maandag? Ik wil liefst dezelfde hulp houden. Met vriendelijke groet, A. van Dalen',
    dueAt: at('2026-11-23', '10:00'),
  }),
  questionCase({
    n: 317,
    name: 'Mevr. G. Blokzijl',
    subject: 'household-help',
    message: 'De nieuwe hulp is erg aardig, maar ze komt steeds een kwartier later dan in de planning staat.',
    dueAt: at('2026-11-23', '11:30'),
  }),
  questionCase({
    n: 318,
    name: 'Mevr. T. Essers',
    subject: 'care-signal',
    kind: 'care-signal',
    message: 'Mijn moeder eet minder dan vorige week en klaagt over haar heup.',
    dueAt: at('2026-11-23', '13:00'),
  }),
  questionCase({
    n: 319,
    name: 'Dhr. L. Nieuwenhuis',
    subject: 'indication',
    message: 'In de brief staat 3 uur, maar ik krijg 2 uur per week. Wat klopt er?',
    dueAt: at('2026-11-24', '09:00'),
  }),
]
