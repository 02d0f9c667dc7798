/** A question as its case shows it: the text, who will read the reply, and the project it is about. */
import { and, asc, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ContactSubjectOfCase } from '../../shared/domain/cases.ts'
import { type ContactRight, mayLogIn, maySee } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import type { Tx } from '../db/database.ts'
import {
  careTeamMembers,
  contactRequests,
  organisations,
  portalMemberships,
  portalUsers,
  projects,
  staff,
} from '../db/schema/index.ts'
import { type RequestRow, toContactRequest } from './asked-rows.ts'

const repliers = alias(staff, 'repliers')
const addressees = alias(staff, 'addressees')
const careManagers = alias(staff, 'care_managers')

const ALL_PROJECTS: ContactRight = 'all-projects'

/** Which part of the portal shows the replies of a kind, to those of a client who may see that part. */
const SHOWN_BY_KIND = { 'contact-request': 'messages', 'care-signal': 'dossier' } as const

/**
 * Who reads a reply: a message its sender alone; a question and a care signal whoever may see that part of the client's portal; a
 * question of an organisation the asker and the contacts for all projects.
 */
async function readersOf(tx: Tx, row: RequestRow): Promise<ContactSubjectOfCase['readers']> {
  const ofSubject =
    row.organisationId === null
      ? sql`${portalMemberships.clientId} = ${row.clientId}`
      : eq(portalMemberships.organisationId, row.organisationId)
  const those = async (where: SQL | undefined) => {
    const found = await tx
      .select({
        name: portalUsers.name,
        relation: portalMemberships.relation,
        kind: portalMemberships.kind,
        rights: portalMemberships.rights,
      })
      .from(portalMemberships)
      .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
      .where(and(eq(portalUsers.provider, row.provider), ofSubject, isIn, where))
      .orderBy(asc(portalUsers.createdAt), asc(portalUsers.id))
    return found.filter(mayLogIn)
  }
  const asker = await those(eq(portalUsers.id, row.submittedBy))
  const isOther = ne(portalUsers.id, row.submittedBy)
  const others = async () => {
    switch (row.kind) {
      case 'message':
        return []
      case 'contact-request':
      case 'care-signal': {
        const right = SHOWN_BY_KIND[row.kind]
        return (await those(isOther)).filter((user) => maySee(user, right))
      }
      case 'project-question':
        return those(and(isOther, sql`${ALL_PROJECTS} = any(${portalMemberships.rights})`))
      default: {
        const never: never = row.kind
        return never
      }
    }
  }
  return [...asker, ...(await others())].map(({ name, relation }) => ({ name, relation }))
}

export async function contactSubject(tx: Tx, requestId: string): Promise<ContactSubjectOfCase> {
  const [found] = await tx
    .select({
      row: contactRequests,
      repliedBy: repliers.name,
      addressee: addressees.name,
      function: careTeamMembers.function,
      project: { name: projects.name, organisation: organisations.name, careManager: careManagers.name },
    })
    .from(contactRequests)
    .leftJoin(repliers, eq(repliers.id, contactRequests.repliedBy))
    .leftJoin(addressees, eq(addressees.id, contactRequests.addressedTo))
    .leftJoin(careTeamMembers, eq(careTeamMembers.id, contactRequests.careTeamMemberId))
    .leftJoin(projects, eq(projects.id, contactRequests.projectId))
    .leftJoin(organisations, eq(organisations.id, projects.organisationId))
    .leftJoin(careManagers, eq(careManagers.id, projects.careManagerId))
    .where(eq(contactRequests.id, requestId))
  if (!found) throw new Error(`Case without its question ${requestId}.`)
  const { row, project } = found
  return {
    queue: 'contact-requests',
    kind: row.kind,
    request: toContactRequest(found),
    previousMessage: row.previousMessage,
    readers: await readersOf(tx, row),
    project:
      project?.name && project.organisation
        ? { name: project.name, organisation: project.organisation, careManager: project.careManager }
        : null,
    addressedTo: found.addressee === null ? null : { name: found.addressee, function: found.function ?? '' },
  }
}
