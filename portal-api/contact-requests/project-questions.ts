/**
 * Questions of an organisation's contacts, on a project or in general. They go to the care manager of the project, stand in the
 * queue of all who work there, and their answers wait in "Mijn correspondentie" until they are read.
 */
import { and, desc, eq, isNull, or, type SQL } from 'drizzle-orm'
import type { projectQuestionRoutes } from '../../shared/api/project-questions.ts'
import type { ProjectQuestion, ProjectQuestionInput } from '../../shared/domain/contact-requests.ts'
import type { ContactRight } from '../../shared/domain/rights.ts'
import { type OwnOrganisation, ownOrganisation } from '../clients/organisation.ts'
import { careManagerFor, ownProject, projectDetailOf, projectsOf } from '../clients/projects.ts'
import { contactRequests } from '../db/schema/index.ts'
import type { ClientActor } from '../platform/actor.ts'
import { type Context, type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { type AskedKind, changeAsked, createAsked, withdrawAsked } from './asked.ts'
import { type AskedRow, asked, listAsked, toAsked } from './asked-rows.ts'

const KIND = 'project-question'
/** More than this waits for nobody: the list of questions has them all. */
const CORRESPONDENCE_MAX = 100

function toQuestion(found: AskedRow, actor: ClientActor): ProjectQuestion {
  const { row, project, addressee, writtenBy } = found
  return {
    ...toAsked(found),
    project: row.projectId === null || project === null ? null : { id: row.projectId, name: project },
    to: addressee,
    askedBy: writtenBy,
    own: row.submittedBy === actor.portalUserId,
    readAt: row.answerReadAt?.toISOString() ?? null,
  }
}

/** Those that this contact asked for this organisation. */
function ownQuestions(actor: ClientActor, { organisation }: OwnOrganisation): SQL | undefined {
  return and(
    eq(contactRequests.kind, KIND),
    eq(contactRequests.organisationId, organisation.id),
    eq(contactRequests.submittedBy, actor.portalUserId),
  )
}

function questionsOf(actor: ClientActor, own: OwnOrganisation): AskedKind<ProjectQuestion> {
  return { kind: KIND, own: ownQuestions(actor, own), show: (found) => toQuestion(found, actor) }
}

/** A contact for all projects reads what colleagues asked; everybody else what they asked themself. */
function readable(actor: ClientActor, own: OwnOrganisation): SQL | undefined {
  const all: ContactRight = 'all-projects'
  return actor.rights.includes(all)
    ? and(eq(contactRequests.kind, KIND), eq(contactRequests.organisationId, own.organisation.id))
    : ownQuestions(actor, own)
}

/** Whom the case is about and who asks. */
function askingFor({ organisation, user }: OwnOrganisation) {
  return {
    name: organisation.name,
    sortName: organisation.name,
    organisationId: organisation.id,
    portalUserId: user.id,
  }
}

/** The question as it is kept; a project that is not the asker's answers as one that does not exist. */
async function contentOf(
  c: Pick<Context<(typeof projectQuestionRoutes)['project-questions.create']>, 'tx' | 'lang' | 'fail' | 'actor'>,
  { organisation }: OwnOrganisation,
  { projectId, message }: ProjectQuestionInput,
) {
  if (projectId === null) {
    const addressedTo = await careManagerFor(c.tx, c.actor, organisation)
    return { subject: 'general', message, projectId, addressedTo } as const
  }
  const project = await ownProject(c.tx, c.actor, projectId)
  if (project === null) return refuseField(c, 'projectId', 'project-unknown')
  return { subject: 'project', message, projectId, addressedTo: project.leaderId } as const
}

export const projectQuestionHandlers = {
  'project-questions.projects': async (c) => {
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    const rows = await projectsOf(c.tx, c.actor, c.query.which)
    c.audit({ details: { which: c.query.which, count: rows.length } })
    return { rows }
  },
  'project-questions.project': async (c) => {
    c.audit({ objectId: c.params.id })
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    return (await projectDetailOf(c.tx, c.actor, own.organisation, c.params.id, c.now)) ?? c.fail('not-found')
  },
  'project-questions.list': async (c) => {
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    const page = await listAsked(c.tx, KIND, readable(c.actor, own), c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return { ...page, rows: page.rows.map((row) => toQuestion(row, c.actor)) }
  },
  'project-questions.create': async (c) => {
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    const content = await contentOf(c, own, c.body)
    return content instanceof Refusal ? content : createAsked(c, questionsOf(c.actor, own), askingFor(own), content)
  },
  'project-questions.change': async (c) => {
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    return changeAsked(c, questionsOf(c.actor, own), c.params.id, c.basedOn, () => contentOf(c, own, c.body))
  },
  'project-questions.withdraw': async (c) => {
    const own = await ownOrganisation(c)
    return own instanceof Refusal ? own : withdrawAsked(c, questionsOf(c.actor, own), c.params.id, c.basedOn)
  },
  'project-questions.correspondence': async (c) => {
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    const waiting = or(
      eq(contactRequests.status, 'open'),
      and(eq(contactRequests.status, 'closed'), isNull(contactRequests.answerReadAt)),
    )
    const rows = await asked(c.tx)
      .where(and(ownQuestions(c.actor, own), waiting))
      .orderBy(desc(contactRequests.submittedAt), desc(contactRequests.id))
      .limit(CORRESPONDENCE_MAX)
    c.audit({ details: { count: rows.length } })
    return { rows: rows.map((row) => toQuestion(row, c.actor)) }
  },
  'project-questions.read': async (c) => {
    c.audit({ objectId: c.params.id })
    const own = await ownOrganisation(c)
    if (own instanceof Refusal) return own
    const [row] = await c.tx
      .select()
      .from(contactRequests)
      .where(and(eq(contactRequests.id, c.params.id), ownQuestions(c.actor, own)))
      .for('update')
    if (!row) return c.fail('not-found')
    c.audit({ caseId: row.caseId })
    if (row.status !== 'closed') return c.fail('not-answered')
    if (row.answerReadAt === null)
      await c.tx.update(contactRequests).set({ answerReadAt: c.now }).where(eq(contactRequests.id, row.id))
    return { ok: true }
  },
} satisfies HandlersOf<typeof projectQuestionRoutes>
