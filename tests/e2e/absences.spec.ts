/** Proof 1: a client's part-day absence becomes a changed planning that the client sees; with the mouse, and by keyboard alone. */
import type { Page } from '@playwright/test'
import { type Caller, mustCall } from '../support/http.ts'
import { signIn, signInByKeyboard, tabTo, typeDate } from './support/desk.ts'
import { expect, expectAccessible, test } from './support/fixtures.ts'
import { picture } from './support/picture.ts'
import { logIn, planVisits } from './support/portal.ts'
import type { Stack } from './support/stack.ts'

test.use({ stackName: 'absences' })

const CLIENT = 'klanttest@klantportaal.nl'
const NAME = 'Mevr. C. Test'
const PLANNER = 'rik.jansma@cordaan.example'

/** Two visits that a notice for part of the day hits, and one in the evening that it does not. */
async function threeVisits(stack: Stack, day: string): Promise<string[]> {
  return planVisits(stack, CLIENT, [
    { date: day, startMinute: 9 * 60, minutes: 60 },
    { date: day, startMinute: 14 * 60, minutes: 60 },
    { date: day, startMinute: 19 * 60, minutes: 30 },
  ])
}

async function reportPartOfDay(client: Caller, day: string): Promise<string> {
  const notice = await mustCall(client, 'absences.create', {
    body: { type: 'holiday', days: 'one', startDate: day, wholeDay: false, startTime: '08:00', endTime: '17:00' },
  })
  expect(notice.status).toBe('open')
  return notice.id
}

/** The row of this notice in the queue; when it waits behind "nieuwe", it is let in. */
async function rowOf(desk: Page, stack: Stack, noticeId: string) {
  const [opened] = await stack.rows<{ id: string; number: string }>('select id, number from cases where subject_id = $1', [
    noticeId,
  ])
  if (!opened) throw new Error('The notice has no case.')
  const row = desk.getByRole('option', { name: new RegExp(NAME) }).first()
  const waiting = desk.getByRole('button', { name: /nieuwe/ })
  await expect(row.or(waiting).first()).toBeVisible()
  if (await waiting.isVisible()) await waiting.click()
  return { row, number: opened.number, caseId: opened.id }
}

/** What the client's planning, the audit log and the event log say afterwards. */
async function expectDecided(
  stack: Stack,
  client: Caller,
  noticeId: string,
  caseId: string,
  moved: string,
  cancelled: string,
  evening: string,
  newDay: string,
  times = { startTime: '10:15', endTime: '11:15' },
) {
  const { rows } = await mustCall(client, 'planning.month', { query: { month: newDay.slice(0, 7) } })
  expect(rows.find((row) => row.id === moved)).toMatchObject({
    date: newDay,
    ...times,
    status: 'planned',
    changed: true,
  })
  expect(rows.find((row) => row.id === cancelled)).toMatchObject({ startTime: '14:00', status: 'cancelled' })
  expect(rows.find((row) => row.id === evening)).toMatchObject({ startTime: '19:00', status: 'planned', changed: false })
  const notices = await mustCall(client, 'absences.list', { query: {} })
  expect(notices.rows.find((row) => row.id === noticeId)?.status).toBe('processed')
  const audit = await stack.rows<{ outcome: string; role: string }>(
    `select outcome, role from audit_entries where case_id = $1 and object = 'absence-decision'`,
    [caseId],
  )
  expect(audit).toEqual([{ outcome: 'ok', role: 'planner' }])
  const events = await stack.rows<{ type: string }>(
    'select type from events where case_id = $1 or subject_id = any ($2) order by seq',
    [caseId, [noticeId, moved, cancelled]],
  )
  const types = events.map((event) => event.type)
  expect(types).toContain('case.opened')
  expect(types).toContain('planning.changed')
  expect(types.at(-1)).toBe('case.closed')
}

/** The rules are checked before anything is stored; where one warns, the desk asks why it may be broken. */
async function giveReasonIfAsked(desk: Page): Promise<void> {
  await expect(desk.getByText(/De werktijden kloppen|^Let op:/)).toBeVisible()
  const reason = desk.getByRole('textbox', { name: 'Waarom mag dit toch?' })
  if (!(await reason.isVisible())) return
  await tabTo(desk, reason)
  await desk.keyboard.type('In overleg met de medewerker')
}

test('a part-day notice is decided, and the client sees one visit moved and one cancelled', async ({ stack, openDesk }) => {
  const day = '2026-11-26'
  const [morning = '', afternoon = '', evening = ''] = await threeVisits(stack, day)
  const client = await logIn(stack, 'cordaan', CLIENT)
  const desk = await openDesk()
  await expectAccessible(desk)
  await signIn(desk, stack, PLANNER)
  await desk
    .getByRole('navigation')
    .getByRole('link', { name: /^Afwezigheid/ })
    .click()
  await expect(desk.getByRole('heading', { name: 'Afwezigheid', level: 1 })).toBeVisible()
  await expect(desk.getByText('Live')).toBeVisible()

  await desk.getByRole('textbox', { name: 'Filter op naam of nummer' }).fill('C. Test')
  await expect(desk.getByText('Geen zaken met dit filter')).toBeVisible()

  // From here on nothing is loaded anew by hand: the row comes because the portal announced it.
  const noticeId = await reportPartOfDay(client, day)
  const { row, number, caseId } = await rowOf(desk, stack, noticeId)
  await row.click()
  await expect(desk.getByRole('heading', { name: NAME })).toBeVisible()
  await expect(desk.getByText(number)).toBeVisible()
  await expect(desk.getByText('0 van 2 gekozen')).toBeVisible()
  await expectAccessible(desk)

  await desk.getByRole('button', { name: 'Verplaatsen' }).click()
  await desk.getByLabel('Nieuwe datum').fill('2026-11-30')
  await desk.getByLabel('Begintijd').fill('10:15')
  await desk.getByRole('combobox', { name: /Medewerker/ }).click()
  await desk.getByRole('option', { disabled: false }).first().click()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Kies deze plek' }).click()
  await expect(desk.getByText('1 van 2 gekozen')).toBeVisible()
  await desk.getByRole('button', { name: 'Vervalt' }).click()
  await expect(desk.getByText('2 van 2 gekozen')).toBeVisible()
  await giveReasonIfAsked(desk)
  await desk.getByRole('button', { name: /^Verwerken/ }).click()
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible()

  await expectDecided(stack, client, noticeId, caseId, morning, afternoon, evening, '2026-11-30')
})

test('the same job by keyboard alone', async ({ stack, openDesk }) => {
  const day = '2026-12-03'
  const [morning = '', afternoon = '', evening = ''] = await threeVisits(stack, day)
  const client = await logIn(stack, 'cordaan', CLIENT)
  const noticeId = await reportPartOfDay(client, day)
  const [opened] = await stack.rows<{ id: string; number: string }>('select id, number from cases where subject_id = $1', [
    noticeId,
  ])
  const desk = await openDesk()
  const keys = desk.keyboard

  await signInByKeyboard(desk, stack, PLANNER)
  await expect(desk.getByRole('heading', { name: 'Afwezigheid', level: 1 })).toBeVisible()

  // Find the case by its number, open it.
  await keys.press('/')
  await expect(desk.getByRole('textbox', { name: 'Filter op naam of nummer' })).toBeFocused()
  await keys.type(opened?.number ?? '')
  await expect(desk.getByRole('option')).toHaveCount(1)
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(desk.getByRole('heading', { name: NAME })).toBeVisible()
  await expect(desk.getByText('0 van 2 gekozen')).toBeVisible()

  // Move the first: the form takes the focus on its date.
  await keys.press('v')
  await expect(desk.getByLabel('Nieuwe datum')).toBeFocused()
  await typeDate(desk, '2026-12-07')
  await tabTo(desk, desk.getByLabel('Begintijd'))
  await keys.type('10:15')
  await keys.press('Tab')
  await expect(desk.getByRole('combobox', { name: /Medewerker/ })).toBeFocused()
  await keys.press('Enter')
  await expect(desk.getByRole('option', { name: /kwam hier eerder|vrij/ }).first()).toBeVisible()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await keys.press('Tab')
  await expect(desk.getByRole('button', { name: 'Kies deze plek' })).toBeFocused()
  await keys.press('Enter')
  await expect(desk.getByText('1 van 2 gekozen')).toBeVisible()

  // Cancel the second, and process.
  await keys.press('x')
  await expect(desk.getByText('2 van 2 gekozen')).toBeVisible()
  await giveReasonIfAsked(desk)
  await keys.press('Control+Enter')
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible()
  await expectDecided(stack, client, noticeId, opened?.id ?? '', morning, afternoon, evening, '2026-12-07')
})

test('the best proposal is accepted by its key, and the client sees that very place', async ({ stack, openDesk }) => {
  const day = '2026-12-10'
  const [morning = '', afternoon = '', evening = ''] = await threeVisits(stack, day)
  const client = await logIn(stack, 'cordaan', CLIENT)
  const desk = await openDesk()
  const keys = desk.keyboard
  await signIn(desk, stack, PLANNER)
  await desk.getByRole('textbox', { name: 'Filter op naam of nummer' }).fill('C. Test')
  const noticeId = await reportPartOfDay(client, day)
  const { row, caseId } = await rowOf(desk, stack, noticeId)
  await row.click()
  await expect(desk.getByText('0 van 2 gekozen')).toBeVisible()

  const proposals = desk.getByRole('region', { name: 'Voorstellen' })
  const best = proposals.getByRole('button', { name: /^Kies / }).first()
  await expect(best).toBeVisible()
  await expectAccessible(desk)
  await picture(desk, 'absences')
  // The parts of a score add up to it.
  const told = /score (\d+) minuten/.exec((await best.getAttribute('aria-label')) ?? '')
  const sum = await proposals
    .getByText(/^\d+ .*(reistijd|dag|tijdstip|hulp|contract|vaste|liefst)/)
    .first()
    .textContent()
  const parts = [...(sum ?? '').matchAll(/(− )?(\d+) /g)].map(([, minus, minutes]) => (minus ? -1 : 1) * Number(minutes))
  expect(parts.reduce((total, minutes) => total + minutes, 0)).toBe(Number(told?.[1]))

  await desk.getByRole('button', { name: 'Waarom niet …?' }).click()
  await desk.getByRole('combobox', { name: 'Waarom niet' }).click()
  await desk.getByRole('option').last().click()
  await expect(desk.getByText(/kan .*niet:|kan .*maar:|Dat kost/)).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: 'Sluit', exact: true }).click()

  await keys.press('1')
  await expect(desk.getByText('1 van 2 gekozen')).toBeVisible()
  await expect(desk.getByText(new RegExp(`${told?.[1]} min: \\d`))).toBeVisible()
  await keys.press('x')
  await expect(desk.getByText('2 van 2 gekozen')).toBeVisible()
  await giveReasonIfAsked(desk)
  await keys.press('Control+Enter')
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible()

  const [placed] = await stack.rows<{ date: string; start_minute: number }>(
    'select date::text as date, start_minute from visits where id = $1',
    [morning],
  )
  const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  const start = placed?.start_minute ?? 0
  await expectDecided(stack, client, noticeId, caseId, morning, afternoon, evening, placed?.date ?? '', {
    startTime: clock(start),
    endTime: clock(start + 60),
  })
})
