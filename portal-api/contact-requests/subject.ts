/** A question as its case shows it: the text, who will read the reply, and the project it is about. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ContactSubjectOfCase } from '../../shared/domain/cases.ts'
import { type ContactRight, mayLogIn, maySee } from '../../shared/domain/rights.ts'
import { isIn } from '../accounts/memberships.ts'
import type { Tx } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
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

const value = (name: string) => sql.placeholder(name)

/** Those in the portal around a subject, oldest account first; `asked` is true of whoever asked. */
const around = (ofSubject: SQL) =>
  prepared((on) =>
    on
      .select({
        name: portalUsers.name,
        relation: portalMemberships.relation,
        kind: portalMemberships.kind,
        rights: portalMemberships.rights,
        asked: sql<boolean>`${portalUsers.id} = ${value('askerId')}`,
      })
      .from(portalMemberships)
      .innerJoin(portalUsers, eq(portalUsers.id, portalMemberships.portalUserId))
      .where(and(eq(portalUsers.provider, value('provider')), ofSubject, isIn))
      .orderBy(asc(portalUsers.createdAt), asc(portalUsers.id)),
  )

const aroundClient = around(eq(portalMemberships.clientId, value('subjectId')))
const aroundOrganisation = around(eq(portalMemberships.organisationId, value('subjectId')))

/**
 * Who reads a reply: a message its sender alone; a question and a care signal whoever may see that part of the client's portal; a
 * question of an organisation the asker and the contacts for all projects.
 */
async function readersOf(tx: Tx, row: RequestRow): Promise<ContactSubjectOfCase['readers']> {
  const { provider, submittedBy: askerId, organisationId, clientId } = row
  const found =
    organisationId === null
      ? await aroundClient(tx, { provider, askerId, subjectId: clientId })
      : await aroundOrganisation(tx, { provider, askerId, subjectId: organisationId })
  const reads = (user: (typeof found)[number]): boolean => {
    switch (row.kind) {
      case 'message':
        return false
      case 'contact-request':
      case 'care-signal':
        return maySee(user, SHOWN_BY_KIND[row.kind])
      case 'project-question':
        return user.rights.includes(ALL_PROJECTS)
      default: {
        const never: never = row.kind
        return never
      }
    }
  }
  const able = found.filter(mayLogIn)
  const readers = [...able.filter((user) => user.asked), ...able.filter((user) => !user.asked && reads(user))]
  return readers.map(({ name, relation }) => ({ name, relation }))
}

const asSubject = prepared((on) =>
  on
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
    .where(eq(contactRequests.id, value('id'))),
)

export async function contactSubject(tx: Tx, requestId: string): Promise<ContactSubjectOfCase> {
  const [found] = await asSubject(tx, { id: requestId })
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
