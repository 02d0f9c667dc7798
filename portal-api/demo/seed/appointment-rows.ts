/** Mijn Afspraken in the demo: what clients put in their agenda themselves, week by week. */
import { addDays, type LocalDate } from '../../../shared/domain/local-time.ts'
import type { ownAppointments } from '../../db/schema/index.ts'
import { chanceOf, demoId } from './chance.ts'

export type AppointmentRow = typeof ownAppointments.$inferInsert

/** Who keeps the agenda of a client. */
export interface AgendaKeeper {
  readonly clientId: string
  readonly portalUserId: string
}

const TITLES = ['Kapper', 'Tandarts', 'Fysiotherapie', 'Bezoek van de familie', 'Pedicure', 'Huisarts', 'Koor', 'Verjaardag']
const STARTS = ['09:30', '10:00', '11:15', '13:30', '14:00', '15:30'] as const
const ENDS = ['10:15', '11:00', '12:00', '14:30', '15:30', '16:30'] as const
/** So many clients have something in a week. */
const SHARE = 0.3

export function appointmentsIn(
  seed: number,
  provider: string,
  monday: LocalDate,
  keepers: readonly AgendaKeeper[],
): AppointmentRow[] {
  const made = new Date(`${addDays(monday, -14)}T09:00:00Z`)
  const clients = new Set<string>()
  return keepers.flatMap(({ clientId, portalUserId }): AppointmentRow[] => {
    const chance = chanceOf(seed, provider, 'appointment', monday, clientId)
    if (clients.has(clientId) || !chance.yes(SHARE)) return []
    clients.add(clientId)
    const slot = chance.int(0, STARTS.length - 1)
    return [
      {
        id: demoId(seed, made, provider, 'appointment', monday, clientId),
        provider,
        clientId,
        createdBy: portalUserId,
        title: chance.pick(TITLES),
        date: addDays(monday, chance.int(0, 6)),
        startTime: STARTS[slot] ?? STARTS[0],
        endTime: ENDS[slot] ?? ENDS[0],
        visibility: chance.yes(0.6) ? 'public' : 'private',
      },
    ]
  })
}
