/** A question as its case shows it: the text, who will read the reply, and the project it is about. */
import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ContactSubjectOfCase } from '../../shared/domain/cases.ts'
import { type ContactRight, maySee } from '../../shared/domain/rights.ts'
import type { Tx } from '../db/database.ts'
import { contactRequests, organisations, portalMemberships, portalUsers, projects, staff } from '../db/schema/index.ts'
import { type RequestRow, toContactRequest } from './rows.ts'

const repliers = alias(staff, 'repliers')
const addressees = alias(staff, 'addressees')
const careManagers = alias(staff, 'care_managers')

/** An invited person who has not accepted cannot log in, and so cannot read. */
const canLogIn = and(
  isNull(portalUsers.endedAt),
  isNull(portalMemberships.endedAt),
  or(isNull(portalMemberships.invitedAt), isNotNull(portalMemberships.acceptedAt)),
)
const ALL_PROJECTS: ContactRight = 'all-projects'

/** Who reads a reply: of a client those with the right to messages, of an organisation the asker and the contacts for all projects. */
async function readersOf(tx: Tx, row: RequestRow): Promise<ContactSubjectOfCase['readers']> {
  const askers = alias(portalMemberships, 'askers')
  const organisation =
    row.projectId === null
      ? tx.select({ id: askers.organisationId }).from(askers).where(eq(askers.portalUserId, row.submittedBy))
      : tx.select({ id: projects.organisationId }).from(projects).where(eq(projects.id, row.projectId))
  const ofSubject =
    row.clientId !== null ? eq(portalMemberships.clientId, row.clientId) : inArray(portalMemberships.organisationId, organisation)
  const those = async (where: SQL | undefined) =>
    tx
      .select({
        name: portalUsers.name,
        relation: portalMemberships.relation,
        kind: portalMemberships.kind,
        rights: portalMemberships.rights,
      })
      .from(portalMemberships)
      .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
      .where(and(eq(portalUsers.provider, row.provider), ofSubject, canLogIn, where))
      .orderBy(asc(portalUsers.createdAt), asc(portalUsers.id))
  const asker = await those(eq(portalUsers.id, row.submittedBy))
  const others = await those(
    and(
      ne(portalUsers.id, row.submittedBy),
      row.clientId !== null ? undefined : sql`${ALL_PROJECTS} = any(${portalMemberships.rights})`,
    ),
  )
  return [...asker, ...others.filter((user) => row.clientId === null || maySee(user, 'messages'))].map(({ name, relation }) => ({
    name,
    relation,
  }))
}

export async function contactSubject(tx: Tx, requestId: string): Promise<ContactSubjectOfCase> {
  const [found] = await tx
    .select({
      row: contactRequests,
      repliedBy: repliers.name,
      addressedTo: addressees.name,
      project: { name: projects.name, organisation: organisations.name, careManager: careManagers.name },
    })
    .from(contactRequests)
    .leftJoin(repliers, eq(repliers.id, contactRequests.repliedBy))
    .leftJoin(addressees, eq(addressees.id, contactRequests.addressedTo))
    .leftJoin(projects, eq(projects.id, contactRequests.projectId))
    .leftJoin(organisations, eq(organisations.id, projects.organisationId))
    .leftJoin(careManagers, eq(careManagers.id, projects.careManagerId))
    .where(eq(contactRequests.id, requestId))
  if (!found) throw new Error(`Case without its question ${requestId}.`)
  const { row, project } = found
  return {
    queue: 'contact-requests',
    kind: row.kind,
    request: toContactRequest(row, found.repliedBy),
    previousMessage: row.previousMessage,
    readers: await readersOf(tx, row),
    project:
      project?.name && project.organisation
        ? { name: project.name, organisation: project.organisation, careManager: project.careManager }
        : null,
    addressedTo: found.addressedTo,
  }
}
