/** Lets the open questions that nobody touched be asked lately: the same people, the same words. */
import { inArray } from 'drizzle-orm'
import { contactShape } from '../contact-requests/facts.ts'
import { cases, contactRequests } from '../db/schema/index.ts'
import { updateAll } from './bulk.ts'
import type { OpenCase, Roll } from './roll.ts'
import { askedAt, openQuestionIds, openQuestionVersion, questionChangedAt } from './seed/question-rows.ts'
import { OPEN_QUESTIONS } from './seed/world.ts'

export async function rollQuestions(roll: Roll): Promise<void> {
  const { tx, seed, people, now } = roll
  const { provider } = people.recipe
  const indexOf = new Map(
    Array.from({ length: OPEN_QUESTIONS }, (_, index) => [openQuestionIds(seed, provider, index).caseId, index]),
  )
  const versions = new Map([...indexOf].map(([id, index]) => [id, openQuestionVersion(index)]))
  const waiting = await roll.untouched('contact-requests', versions)
  if (waiting.length === 0) return
  const questions = await tx
    .select()
    .from(contactRequests)
    .where(
      inArray(
        contactRequests.id,
        waiting.map((row) => row.subjectId),
      ),
    )
  const movedCases: (Partial<OpenCase> & { id: string })[] = []
  const movedQuestions: { id: string; submittedAt: Date; changedAt: Date | null }[] = []
  for (const question of questions) {
    const { id, caseId, version } = question
    const index = indexOf.get(caseId)
    if (index === undefined) continue
    const submittedAt = askedAt(seed, provider, index, now)
    const changedAt = questionChangedAt(seed, provider, index, submittedAt, now)
    const { facts, facets, dueAt } = contactShape({ ...question, submittedAt, changedAt }, people.profile)
    movedCases.push({ id: caseId, openedAt: submittedAt, dueAt, facts, facets: [...facets] })
    movedQuestions.push({ id, submittedAt, changedAt })
    roll.announce({ type: 'case.changed', queue: 'contact-requests', caseId, subjectId: id, version })
  }
  await updateAll(tx, cases, movedCases)
  await updateAll(tx, contactRequests, movedQuestions)
}
