/** Proof 4: a caregiver is ill; her visits get other places in one plan, and the client sees the visit at its new place. By keyboard where it counts. */
import { mustCall } from '../support/http.ts'
import { signIn } from './support/desk.ts'
import { expect, expectAccessible, test } from './support/fixtures.ts'
import { picture } from './support/picture.ts'
import { logIn, planVisits } from './support/portal.ts'

test.use({ stackName: 'planning' })

const CLIENT = 'klanttest@klantportaal.nl'
const NAME = 'Mevr. C. Test'
const PLANNER = 'rik.jansma@cordaan.example'
const [DAY, UNTIL] = ['2026-11-26', '2026-11-27']

test('an ill caregiver is reported, a plan is computed and carried out, and the client sees who comes', async ({
  stack,
  openDesk,
}) => {
  const [visitId = ''] = await planVisits(stack, CLIENT, [{ date: DAY, startMinute: 10 * 60, minutes: 60 }])
  const [ill] = await stack.rows<{ id: string; name: string }>(
    'select g.id, g.name from visit_assignments a join caregivers g on g.id = a.caregiver_id where a.visit_id = $1',
    [visitId],
  )
  if (!ill) throw new Error('Nobody carries out the visit.')
  const desk = await openDesk()
  await signIn(desk, stack, PLANNER)
  await desk
    .getByRole('navigation')
    .getByRole('link', { name: /^Uitval/ })
    .click()
  await expect(desk.getByRole('heading', { name: 'Uitval', level: 1 })).toBeVisible()
  await expect(desk.getByText('Live', { exact: true })).toBeVisible()

  await desk.keyboard.press('n')
  await expect(desk.getByRole('textbox', { name: 'Zoek een medewerker op naam' })).toBeFocused()
  await desk.keyboard.type(ill.name)
  await desk.getByRole('option', { name: new RegExp(`^${ill.name}`) }).click()
  await desk.getByLabel('Eerste dag').fill(DAY)
  await desk.getByLabel('Tot en met').fill(UNTIL)
  await desk.keyboard.press('Control+Enter')

  await expect(desk.getByRole('heading', { name: ill.name, level: 1 })).toBeFocused()
  const box = desk.getByRole('checkbox', { name: new RegExp(`^Kies ${NAME}`) })
  await expect(box).toBeChecked()
  await expectAccessible(desk)
  await desk.keyboard.press('Control+Enter')

  const table = desk.getByRole('table', { name: 'Het plan, dienst voor dienst' })
  await expect(table).toBeVisible({ timeout: 30_000 })
  const row = table.getByRole('row', { name: new RegExp(NAME) })
  await expect(row).toBeVisible()
  await expectAccessible(desk)
  await picture(desk, 'planning')
  // Where a rule warns, the plan waits for a reason at its row.
  for (const reason of await desk.getByRole('textbox', { name: /^Waarom mag dit toch/ }).all()) await reason.fill('In overleg')
  await desk.keyboard.press('Control+Enter')
  await expect(desk.getByRole('heading', { name: 'Uitgevoerd', level: 2 })).toBeVisible()
  await expect(desk.getByRole('heading', { name: ill.name, level: 1 })).toBeFocused()

  const client = await logIn(stack, 'cordaan', CLIENT)
  const months = await Promise.all(
    ['2026-11', '2026-12'].map((month) => mustCall(client, 'planning.month', { query: { month } })),
  )
  const seen = months.flatMap((month) => month.rows).find((one) => one.id === visitId)
  expect(seen?.status).toBe('planned')
  expect(seen?.caregiver).not.toBe(ill.name.split(' ')[0])
  const [now] = await stack.rows<{ helpers: string[] }>(
    'select array_agg(a.caregiver_id::text) as helpers from visit_assignments a where a.visit_id = $1 and a.active',
    [visitId],
  )
  expect(now?.helpers).not.toContain(ill.id)
  const audit = await stack.rows<{ outcome: string }>(
    `select outcome from audit_entries where object = 'planning' and details ->> 'route' = 'rescheduling.accept-batch'`,
  )
  expect(audit).toEqual([{ outcome: 'ok' }])
})
