/**
 * The four switches of an organisation's contact, and what each moves: logging in and the sessions, the invitation, the
 * projects. Invoices follow none of them but the administrator's. One administrator always stays.
 */
import { and, asc, eq, ne, notInArray } from 'drizzle-orm'
import { rightsOfSwitches, type Switches, switchesOf } from '../../shared/domain/users.ts'
import { updateMembership } from '../accounts/memberships.ts'
import { portalMemberships, projectMembers, projects } from '../db/schema/index.ts'
import type { Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { endSessions } from '../session/end-all.ts'
import { type Acting, livingOf, refused, type Target, type UserContext } from './acting.ts'
import { finishAct, takeUp } from './ground.ts'
import { invite } from './invite.ts'
import { tellAccessGone } from './rights.ts'
import { mustRead, readManagedDetail } from './rows.ts'

/** The current projects of the own organisation. */
async function ownProjects(c: Acting): Promise<string[]> {
  const rows = await c.tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.provider, c.provider), eq(projects.organisationId, c.actor.organisationId ?? '')))
  return rows.map((row) => row.id)
}

/** Makes these the projects of a membership, and no others. */
async function makeProjects(c: Acting, membershipId: string, ids: readonly string[]): Promise<void> {
  await c.tx
    .delete(projectMembers)
    .where(
      and(
        eq(projectMembers.membershipId, membershipId),
        ids.length === 0 ? undefined : notInArray(projectMembers.projectId, [...ids]),
      ),
    )
  if (ids.length > 0)
    await c.tx
      .insert(projectMembers)
      .values(ids.map((projectId) => ({ projectId, membershipId })))
      .onConflictDoNothing()
}

async function projectNames(c: Acting, membershipId: string): Promise<string[]> {
  const rows = await c.tx
    .select({ name: projects.name })
    .from(projectMembers)
    .innerJoin(projects, eq(projects.id, projectMembers.projectId))
    .where(eq(projectMembers.membershipId, membershipId))
    .orderBy(asc(projects.name))
  return rows.map((row) => row.name)
}

/** "Contactpersoon voor alle projecten" on: member of all current projects; off: removed from all of them. */
export async function followAllProjects(c: Acting, membershipId: string, before: boolean, after: boolean): Promise<void> {
  if (before !== after) await makeProjects(c, membershipId, after ? await ownProjects(c) : [])
}

/** Is there another administrator of the own organisation? */
async function anotherAdministrator(c: Acting, membershipId: string): Promise<boolean> {
  const [other] = await c.tx
    .select({ id: portalMemberships.id })
    .from(portalMemberships)
    .where(and(livingOf(c), eq(portalMemberships.administrator, true), ne(portalMemberships.id, membershipId)))
    .limit(1)
  return other !== undefined
}

/** Logging in goes on or off with "Medewerker klantportaal": the first time on invites, off ends what is open. */
async function followMember(c: Acting, target: Target, before: Switches, after: Switches): Promise<Target | Refusal> {
  const { membership, user } = target
  if (before.member && !after.member) {
    await endSessions(c.tx, user.id, c.now, { membershipId: membership.id })
    await tellAccessGone(c, target)
  }
  // Who never logged in gets credentials, who was told that the access is gone hears that it is back.
  return !before.member && after.member ? invite(c, target) : target
}

export async function setSwitches(c: UserContext<'users.set-switches'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership, user } = target
  const [before, after] = [switchesOf(membership.rights), c.body]
  c.audit({ details: { before, after } })
  const rights = rightsOfSwitches(after)
  if (String(rights) === String(rightsOfSwitches(before))) return mustRead(readManagedDetail(c, membership.id))
  if (before.administrator && !after.administrator && !(await anotherAdministrator(c, membership.id)))
    return c.fail('last-administrator')
  await followAllProjects(c, membership.id, before.allProjects, after.allProjects)
  const changed: Target = { user, membership: await updateMembership(c.tx, membership, { rights }) }
  const followed = await followMember(c, changed, before, after)
  if (refused(followed)) return followed
  const change = { kind: 'user-rights', about: user.name, before: { rights: membership.rights }, after: { rights } } as const
  await finishAct(c, followed, change, { type: 'rights-changed', detail: rights.join(', ') })
  return mustRead(readManagedDetail(c, membership.id))
}

export async function setProjects(c: UserContext<'users.set-projects'>) {
  if (c.actor.organisationId === null) return c.fail('forbidden')
  const target = await takeUp(c, c.params.id)
  if (refused(target)) return target
  const { membership, user } = target
  const all = await ownProjects(c)
  const ids = [...new Set(c.body.projectIds)]
  const unknown = c.body.projectIds.findIndex((id) => !all.includes(id))
  if (unknown >= 0) return refuseField(c, `projectIds.${unknown}`, 'project-unknown')
  const before = await projectNames(c, membership.id)
  await makeProjects(c, membership.id, ids)
  const switches = switchesOf(membership.rights)
  const rights = rightsOfSwitches({ ...switches, allProjects: switches.allProjects && ids.length === all.length })
  const changed = await updateMembership(c.tx, membership, { rights })
  const after = await projectNames(c, membership.id)
  c.audit({ details: { projects: ids.length } })
  const change = { kind: 'user-projects', about: user.name, before: { projects: before }, after: { projects: after } } as const
  await finishAct(c, { user, membership: changed }, change, { type: 'projects-changed', detail: after.join(', ') })
  return mustRead(readManagedDetail(c, membership.id))
}
