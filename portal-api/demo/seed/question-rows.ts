/** Contact requests, messages, care signals and project questions as rows: open around now, answered before, and the manual's own. */
import { toInstant } from '../../../shared/domain/local-time.ts'
import type { PortalProfile } from '../../../shared/domain/portal-profile.ts'
import { contactShape } from '../../contact-requests/facts.ts'
import type { contactRequests } from '../../db/schema/index.ts'
import { careTeamOf } from './care-team.ts'
import { PEOPLE_SINCE } from './caregivers.ts'
import { type CaseAbout, caseRow, type UnnumberedCase } from './case-rows.ts'
import { type Chance, chanceOf, demoId } from './chance.ts'
import { HOUR_MS, MINUTE_MS, shortlyAfter, today, workingDaysBefore, writtenOn } from './moments.ts'
import type { DemoQuestion } from './questions.ts'

export type QuestionRow = typeof contactRequests.$inferInsert

export interface QuestionRows {
  readonly cases: UnnumberedCase[]
  readonly questions: QuestionRow[]
}

/** Somebody who can ask, and what the answer is about. */
export interface Asker {
  readonly userId: string
  readonly clientId: string | null
  readonly clientNumber: number | null
  readonly organisationId: string | null
  readonly projectId: string | null
  /** The care manager of the project. */
  readonly leaderId: string | null
  /** Client or organisation. */
  readonly name: string
  readonly sortName: string
  /** Filled in for `{helper}` and `{day}`. */
  readonly helper: string
  readonly day: string
}

export interface Colleague {
  readonly id: string
  readonly firstName: string
}

/** Working days since the open questions were asked; those of three and more are past due. */
const ASKED_DAYS_AGO: readonly number[] = [5, 4, 3, 3, ...Array(9).fill(2), ...Array(14).fill(1)]
const CHANGED: readonly number[] = [6, 17, 30]
const ANSWERED = 90
const ANSWERED_DAYS_BACK = 60
/** An answer of an organisation's question stays unread for about so long. */
const NEWS_MS = 5 * 24 * HOUR_MS

export function openQuestionIds(seed: number, provider: string, index: number): { caseId: string; questionId: string } {
  return {
    caseId: demoId(seed, PEOPLE_SINCE, provider, 'open question', index, 'case'),
    questionId: demoId(seed, PEOPLE_SINCE, provider, 'open question', index),
  }
}

/** When the open question of this place was asked. */
export function askedAt(seed: number, provider: string, index: number, now: Date): Date {
  const chance = chanceOf(seed, provider, 'asked', index, today(now))
  return writtenOn(workingDaysBefore(today(now), ASKED_DAYS_AGO[index] ?? 0), now, chance)
}

/** Version of an open question as the seed leaves it. */
export function openQuestionVersion(index: number): number {
  return CHANGED.includes(index) ? 2 : 1
}

/** When the client changed an open question; null for those never changed. */
export function questionChangedAt(seed: number, provider: string, index: number, asked: Date, now: Date): Date | null {
  return CHANGED.includes(index) ? shortlyAfter(asked, 20, now, chanceOf(seed, provider, 'changed', index)) : null
}

const filled = (text: string, asker: Asker) => text.replaceAll('{helper}', asker.helper).replaceAll('{day}', asker.day)

/** The question before its last sentence was added. */
function withoutLastSentence(message: string): string {
  const sentences = message.match(/[^.?!]+[.?!]+/g) ?? [message]
  return sentences.length > 1 ? sentences.slice(0, -1).join('').trim() : `${message} Graag snel antwoord.`
}

interface Addressee {
  readonly addressedTo: string | null
  readonly careTeamMemberId: string | null
}
const TO_ALL: Addressee = { addressedTo: null, careTeamMemberId: null }

interface Answer {
  readonly closedAt: Date
  readonly by: Colleague
  readonly text: string
}

function rowsOf(
  profile: PortalProfile,
  ids: { readonly caseId: string; readonly questionId: string },
  asker: Asker,
  question: DemoQuestion,
  moments: { readonly submittedAt: Date; readonly changedAt: Date | null },
  to: Addressee,
  answer: Answer | null,
  /** An answer that its asker has not opened yet. */
  news = false,
): { case: UnnumberedCase; question: QuestionRow } {
  const message = filled(question.message, asker)
  const projectId = question.subject === 'general' ? null : asker.projectId
  const version = 1 + (moments.changedAt ? 1 : 0) + (answer ? 1 : 0)
  const about: CaseAbout = {
    id: ids.caseId,
    provider: profile.id,
    subjectId: ids.questionId,
    subjectVersion: version,
    clientId: asker.clientId,
    projectId,
    portalUserId: asker.userId,
    name: asker.name,
    sortName: asker.sortName,
    clientNumber: asker.clientNumber,
    addressedTo: to.addressedTo,
    openedAt: moments.submittedAt,
  }
  const shape = contactShape({ kind: question.kind, subject: question.subject, message, ...moments }, profile)
  return {
    case: caseRow(about, shape, answer ? { closedAt: answer.closedAt, closedBy: answer.by.id } : null),
    question: {
      id: ids.questionId,
      provider: profile.id,
      kind: question.kind,
      clientId: asker.clientId,
      organisationId: asker.organisationId,
      projectId,
      caseId: ids.caseId,
      submittedBy: asker.userId,
      ...to,
      subject: question.subject,
      message,
      previousMessage: moments.changedAt ? withoutLastSentence(message) : null,
      status: answer ? 'closed' : 'open',
      ...moments,
      closedAt: answer?.closedAt ?? null,
      reply: answer?.text ?? null,
      repliedBy: answer?.by.id ?? null,
      answerReadAt: answer && question.kind === 'project-question' && !news ? answer.closedAt : null,
      version,
    },
  }
}

/** A message goes to one member of the client's care team, a question of an organisation to its care manager, the rest to whoever is there. */
function addressee(
  seed: number,
  provider: string,
  question: DemoQuestion,
  asker: Asker,
  colleagues: readonly Colleague[],
  chance: Chance,
): Addressee {
  if (question.kind === 'project-question') return { addressedTo: asker.leaderId, careTeamMemberId: null }
  if (question.kind !== 'message' || asker.clientId === null) return TO_ALL
  const member = chance.pick(careTeamOf(seed, provider, asker.clientId, colleagues))
  return { addressedTo: member.staffId, careTeamMemberId: member.id }
}

export function openQuestions(
  seed: number,
  profile: PortalProfile,
  askers: readonly Asker[],
  texts: readonly DemoQuestion[],
  colleagues: readonly Colleague[],
  count: number,
  now: Date,
): QuestionRows {
  const chance = chanceOf(seed, profile.id, 'open questions')
  const asked = chance.shuffled(texts)
  const rows: QuestionRows = { cases: [], questions: [] }
  for (const [index, asker] of chance.shuffled(askers).slice(0, count).entries()) {
    const question = asked[index % asked.length]
    if (!question) break
    const submittedAt = askedAt(seed, profile.id, index, now)
    const moments = { submittedAt, changedAt: questionChangedAt(seed, profile.id, index, submittedAt, now) }
    const ids = openQuestionIds(seed, profile.id, index)
    const made = rowsOf(
      profile,
      ids,
      asker,
      question,
      moments,
      addressee(seed, profile.id, question, asker, colleagues, chance),
      null,
    )
    rows.cases.push(made.case)
    rows.questions.push(made.question)
  }
  return rows
}

export function answeredQuestions(
  seed: number,
  profile: PortalProfile,
  askers: readonly Asker[],
  texts: readonly DemoQuestion[],
  colleagues: readonly Colleague[],
  now: Date,
): QuestionRows {
  const rows: QuestionRows = { cases: [], questions: [] }
  for (let index = 0; index < ANSWERED; index += 1) {
    const chance = chanceOf(seed, profile.id, 'answered question', index)
    const asker = chance.pick(askers)
    const question = chance.pick(texts)
    const by = chance.pick(colleagues)
    const submittedAt = new Date(now.getTime() - chance.int(3 * 24 * 60, ANSWERED_DAYS_BACK * 24 * 60) * MINUTE_MS)
    const ids = {
      caseId: demoId(seed, submittedAt, profile.id, 'answered question', index, 'case'),
      questionId: demoId(seed, submittedAt, profile.id, 'answered question', index),
    }
    const answer: Answer = {
      closedAt: new Date(submittedAt.getTime() + chance.int(40, 36 * 60) * MINUTE_MS),
      by,
      text: `${filled(question.reply, asker)}\n\nGroet, ${by.firstName}`,
    }
    const made = rowsOf(
      profile,
      ids,
      asker,
      question,
      { submittedAt, changedAt: null },
      addressee(seed, profile.id, question, asker, colleagues, chance),
      answer,
      now.getTime() - answer.closedAt.getTime() < NEWS_MS,
    )
    rows.cases.push(made.case)
    rows.questions.push(made.question)
  }
  return rows
}

const MANUAL: readonly { at: Date; question: DemoQuestion }[] = [
  {
    at: toInstant('2021-04-14', '09:30'),
    question: {
      kind: 'contact-request',
      subject: 'household-help',
      message: 'Ik vind het fijn dat ik een vaste huishoudelijke hulp heb. Dit wil ik graag zo houden.',
      reply: 'Dat is fijn om te horen. Groet Anneke',
    },
  },
  {
    at: toInstant('2022-05-23', '10:15'),
    question: {
      kind: 'contact-request',
      subject: 'portal',
      message: 'Waar kan ik mijn contactgegevens wijzigen?',
      reply: 'Dat kan onder Mijn contactdetails: klik op het potlood, wijzig het gegeven en kies Opslaan. Groet Anneke',
    },
  },
]

/** The manual's two questions of mevrouw C. Test, both answered by Anneke. */
export function manualQuestions(profile: PortalProfile, asker: Asker, anneke: Colleague): QuestionRows {
  const made = MANUAL.map(({ at, question }, index) =>
    rowsOf(
      profile,
      { caseId: demoId(0, at, 'manual question', index, 'case'), questionId: demoId(0, at, 'manual question', index) },
      asker,
      question,
      { submittedAt: at, changedAt: null },
      TO_ALL,
      { closedAt: new Date(at.getTime() + 3 * HOUR_MS), by: anneke, text: question.reply },
    ),
  )
  return { cases: made.map((one) => one.case), questions: made.map((one) => one.question) }
}

/** Days of the week as a sentence uses them. */
export const DUTCH_DAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'] as const
