/** A roster: every client has a visit a week, by the same caregiver, in the eight weeks from today. */
import type pg from 'pg'
import { type SeededProvider, seedIdSql } from './seed.ts'

const WEEKS = 8
/** Visits of one caregiver on one day: from eight o'clock, one an hour. */
const PER_DAY = 9
const WORKING_DAYS = 5

export async function seedVisits(db: pg.Client, of: SeededProvider): Promise<void> {
  const caregivers = Math.ceil(of.clients / (PER_DAY * WORKING_DAYS))
  const caregiver = (place: string) => seedIdSql('caregiver', `${of.firstClient} + ${place} % ${caregivers}`)
  await db.query(
    `insert into caregivers (id, provider, name, first_name, qualifications, contract_minutes, weekdays, from_minute, to_minute)
     select ${caregiver('n')}, $1, 'Hulp ' || n, 'Hulp', '{HV 1}', 1440, '{1,2,3,4,5}', 0, 1440 from generate_series(0, ${caregivers - 1}) n`,
    [of.provider],
  )
  const turn = `(n / ${caregivers})`
  await db.query(
    `insert into visits (id, provider, client_id, date, start_minute, minutes, service_code)
     select ${seedIdSql('visit', `(${of.firstClient} + n) * ${WEEKS} + week`)}, $1, ${seedIdSql('client', `${of.firstClient} + n`)},
        current_date + week * 7 + ${turn} / ${PER_DAY}, 480 + ${turn} % ${PER_DAY} * 60, 60, 'HV 1'
       from generate_series(0, ${of.clients - 1}) n, generate_series(0, ${WEEKS - 1}) week`,
    [of.provider],
  )
  await db.query(
    `insert into visit_assignments (id, provider, visit_id, caregiver_id)
     select gen_random_uuid(), $1, ${seedIdSql('visit', `(${of.firstClient} + n) * ${WEEKS} + week`)}, ${caregiver('n')}
       from generate_series(0, ${of.clients - 1}) n, generate_series(0, ${WEEKS - 1}) week`,
    [of.provider],
  )
}
