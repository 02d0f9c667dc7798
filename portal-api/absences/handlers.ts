/** Absence notices: clients report, change and withdraw them; planners decide on the visits they hit. */
import type { absenceRoutes } from '../../shared/api/absences.ts'
import { ownClient } from '../clients/own.ts'
import { type HandlersOf, Refusal } from '../platform/context.ts'
import { refuseField } from '../platform/field-refusal.ts'
import { decideAbsence } from './decide.ts'
import { changeAbsence, createAbsence, listAbsences, withdrawAbsence } from './submit.ts'

export const absenceHandlers = {
  'absences.list': async (c) => {
    const own = ownClient(c, 'appointments')
    if (own instanceof Refusal) return own
    const page = await listAbsences(c, own.client.id, c.query)
    if (page === null) return refuseField(c, 'query.cursor', 'cursor-invalid')
    c.audit({ details: { count: page.rows.length } })
    return page
  },
  'absences.create': async (c) => {
    const own = ownClient(c, 'appointments')
    return own instanceof Refusal ? own : createAbsence(c, own.client, own.user, c.body)
  },
  'absences.change': async (c) => {
    const own = ownClient(c, 'appointments')
    return own instanceof Refusal ? own : changeAbsence(c, own.client, c.params.id, c.basedOn, c.body)
  },
  'absences.withdraw': async (c) => {
    const own = ownClient(c, 'appointments')
    return own instanceof Refusal ? own : withdrawAbsence(c, own.client, c.params.id, c.basedOn)
  },
  'absences.decide': (c) => decideAbsence(c, c.params.id, c.basedOn, c.body),
} satisfies HandlersOf<typeof absenceRoutes>
