/** Users and rights: what a portal's own administrator does, and what an organisation's contact sees of it. */
import type { userRoutes } from '../../shared/api/users.ts'
import type { HandlersOf } from '../platform/context.ts'
import { addUser } from './add.ts'
import { addColleague, changeColleague } from './colleagues.ts'
import { resendInvitation } from './invite.ts'
import { matchUsers } from './match.ts'
import { ownContact, ownOrganisation, setVisitMails } from './own.ts'
import { removeUser, setRights } from './rights.ts'
import { listManaged, readManagedDetail } from './rows.ts'
import { setProjects, setSwitches } from './switches.ts'
import { wipeSecondFactor } from './wipe.ts'

export const userHandlers = {
  'users.list': async (c) => {
    const rows = await listManaged(c)
    c.audit({ details: { count: rows.length } })
    const management = c.profile.userManagement
    return {
      rows,
      offered: {
        rights: management?.rights ?? [],
        relation: management?.relation ?? '',
        functions: management?.functions ?? [],
      },
    }
  },
  'users.open': async (c) => {
    c.audit({ objectId: c.params.id })
    return (await readManagedDetail(c, c.params.id)) ?? c.fail('not-found')
  },
  'users.match': matchUsers,
  'users.add': addUser,
  'users.set-rights': setRights,
  'users.remove': removeUser,
  'users.resend-invitation': resendInvitation,
  'users.add-colleague': addColleague,
  'users.change-colleague': changeColleague,
  'users.set-switches': setSwitches,
  'users.set-projects': setProjects,
  'users.wipe-second-factor': wipeSecondFactor,
  'users.organisation': ownOrganisation,
  'users.own-contact': ownContact,
  'users.set-visit-mails': setVisitMails,
} satisfies HandlersOf<typeof userRoutes>
