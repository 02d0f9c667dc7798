/** Proofs 2 and 4: a question is answered once, by one, and nothing that was typed is lost. */
import type { Page } from '@playwright/test'
import { type Caller, mustCall } from '../support/http.ts'
import { signIn, signInByKeyboard, tabTo } from './support/desk.ts'
import { expect, expectAccessible, test } from './support/fixtures.ts'
import { picture } from './support/picture.ts'
import { logIn } from './support/portal.ts'
import type { Stack } from './support/stack.ts'

test.use({ stackName: 'contact-requests' })

const CLIENT = 'klanttest@klantportaal.nl'
const NAME = 'Mevr. C. Test'
const ANNEKE = 'anneke.vandenberg@cordaan.example'
const ELINE = 'eline.brouwer@cordaan.example'

interface Asked {
  readonly id: string
  readonly caseId: string
  readonly version: number
}

async function ask(stack: Stack, client: Caller, message: string): Promise<Asked> {
  const asked = await mustCall(client, 'contact-requests.create', { body: { subject: 'portal', message } })
  const [row] = await stack.rows<{ id: string }>('select id from cases where subject_id = $1', [asked.id])
  return { id: asked.id, caseId: row?.id ?? '', version: asked.version }
}

async function openCase(desk: Page, caseId: string): Promise<void> {
  // The address of a case: what a reload, or a colleague's link, opens.
  await desk.evaluate((hash) => {
    location.hash = hash
  }, `#/contact-requests/${caseId}`)
  await expect(desk.getByRole('heading', { name: NAME })).toBeVisible()
}

const composer = (desk: Page) => desk.getByRole('textbox', { name: /^Antwoord aan/ })

async function readBack(client: Caller, id: string) {
  const { rows } = await mustCall(client, 'contact-requests.list', { query: {} })
  return rows.find((row) => row.id === id)
}

test('a question is answered, and the client reads the answer with a name', async ({ stack, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const desk = await openDesk()
  await signIn(desk, stack, ANNEKE)
  const asked = await ask(stack, client, 'Waar kan ik mijn contactgegevens wijzigen?')
  await openCase(desk, asked.caseId)
  await expect(desk.getByText('Waar kan ik mijn contactgegevens wijzigen?').last()).toBeVisible()
  await composer(desk).fill('Beste mevrouw Test,\n\nKies in het menu Mijn contactdetails en klik op het potlood.')
  await expect(desk.getByText(/^Bewaard/)).toBeVisible()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: /Versturen en sluiten/ }).click()
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible()
  expect(await readBack(client, asked.id)).toMatchObject({
    status: 'closed',
    reply: 'Beste mevrouw Test,\n\nKies in het menu Mijn contactdetails en klik op het potlood.',
    repliedBy: 'Anneke van den Berg',
  })
})

test('who answers the old version is refused, sees the change, and keeps the text', async ({ stack, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const asked = await ask(stack, client, 'Kan mijn hulp dinsdag komen?')
  const first = await openDesk()
  await signIn(first, stack, ANNEKE)
  await openCase(first, asked.caseId)
  await composer(first).fill('Dinsdag kan. Groet, Anneke')
  await expect(first.getByText(/^Bewaard/)).toBeVisible()

  // The client changes the question while she types.
  await mustCall(client, 'contact-requests.change', {
    params: { id: asked.id },
    basedOn: asked.version,
    body: { subject: 'portal', message: 'Kan mijn hulp donderdag komen?' },
  })
  await expect(first.getByText('De vraag is gewijzigd terwijl je typte')).toBeVisible()
  await expect(composer(first)).toHaveValue('Dinsdag kan. Groet, Anneke')
  await expect(first.getByRole('button', { name: /Wijziging bekijken/ })).toBeVisible()
  await expectAccessible(first)
  await picture(first, 'contact-requests')
  expect((await readBack(client, asked.id))?.status).toBe('open')

  // A colleague answers; what the first still sends for the old state is refused, with her text kept.
  const second = await openDesk()
  await signIn(second, stack, ELINE)
  await openCase(second, asked.caseId)
  await composer(second).fill('Donderdag kan ook. Groet, Eline')
  await second.getByRole('button', { name: /Versturen en sluiten/ }).click()
  await expect(second.getByText('Het portaal heeft het aangenomen.')).toBeVisible()
  await expect(first.getByText('Eline Brouwer heeft deze vraag al beantwoord')).toBeVisible()
  await expect(first.getByText('Dinsdag kan. Groet, Anneke')).toBeVisible()
  expect(await readBack(client, asked.id)).toMatchObject({ reply: 'Donderdag kan ook. Groet, Eline', repliedBy: 'Eline Brouwer' })
})

test('the API is killed between request and answer: one reply, not two, not none', async ({ stack, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const asked = await ask(stack, client, 'Hoe laat komt mijn hulp morgen?')
  const desk = await openDesk()
  await signIn(desk, stack, ANNEKE)
  await openCase(desk, asked.caseId)
  await composer(desk).fill('Om 09:00 uur. Groet, Anneke')
  await expect(desk.getByText(/^Bewaard/)).toBeVisible()

  // Holds the reply inside the server: its transaction waits for this lock, so the request is there and the answer is not.
  await stack.whileLocked('select id from contact_requests where id = $1 for update', [asked.id], async () => {
    await desk.getByRole('button', { name: /Versturen en sluiten/ }).click()
    await stack.untilSomebodyWaits()
    await stack.killApi()
  })
  expect(await stack.rows('select id from contact_requests where id = $1 and reply is not null', [asked.id])).toHaveLength(0)
  await stack.startApi()

  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible({ timeout: 45_000 })
  const again = await logIn(stack, 'cordaan', CLIENT)
  expect(await readBack(again, asked.id)).toMatchObject({ status: 'closed', reply: 'Om 09:00 uur. Groet, Anneke' })
  const replies = await stack.rows(
    `select id from audit_entries where case_id = $1 and object = 'contact-request-reply' and outcome = 'ok' and action = 'execute'`,
    [asked.caseId],
  )
  expect(replies).toHaveLength(1)
  const closings = await stack.rows(`select seq from events where case_id = $1 and type = 'case.closed'`, [asked.caseId])
  expect(closings).toHaveLength(1)
})

test('the API is killed after it committed and before it answered: still one reply', async ({ stack, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const asked = await ask(stack, client, 'Mag de hulp ook de ramen doen?')
  const desk = await openDesk()
  await signIn(desk, stack, ELINE)
  await openCase(desk, asked.caseId)
  await composer(desk).fill('Ja, dat hoort erbij. Groet, Eline')
  await expect(desk.getByText(/^Bewaard/)).toBeVisible()

  // The relay lets the request through, waits until it is committed, and swallows the answer.
  await stack.swallowNextReply(async () => {
    await desk.getByRole('button', { name: /Versturen en sluiten/ }).click()
    await expect
      .poll(
        async () => (await stack.rows('select id from contact_requests where id = $1 and reply is not null', [asked.id])).length,
      )
      .toBe(1)
    await stack.killApi()
  })
  await stack.startApi()
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible({ timeout: 45_000 })
  const replies = await stack.rows(
    `select id from audit_entries where case_id = $1 and object = 'contact-request-reply' and outcome = 'ok' and action = 'execute'`,
    [asked.caseId],
  )
  expect(replies).toHaveLength(1)
})

test('the window and the process are killed while typing: the text is back', async ({ stack, newWorkstation, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const asked = await ask(stack, client, 'Komt er een vervanger in de vakantie?')
  const workstation = await newWorkstation()
  const desk = await openDesk(workstation)
  await signIn(desk, stack, ELINE)
  await openCase(desk, asked.caseId)
  await composer(desk).fill('Ja, in week 52 komt')
  await expect(desk.getByText(/^Bewaard/)).toBeVisible()
  await desk.context().close()
  await workstation.kill()

  await workstation.start()
  const back = await openDesk(workstation)
  await signIn(back, stack, ELINE)
  await openCase(back, asked.caseId)
  await expect(composer(back)).toHaveValue('Ja, in week 52 komt')
})

test('the same job by keyboard alone', async ({ stack, openDesk }) => {
  const client = await logIn(stack, 'cordaan', CLIENT)
  const asked = await ask(stack, client, 'Kunt u mij bellen over de brief?')
  const [row] = await stack.rows<{ number: string }>('select number from cases where id = $1', [asked.caseId])
  const desk = await openDesk()
  const keys = desk.keyboard
  await signInByKeyboard(desk, stack, ANNEKE)
  await expect(desk.getByRole('heading', { name: 'Contactverzoeken', level: 1 })).toBeVisible()
  await keys.press('/')
  await expect(desk.getByRole('textbox', { name: 'Filter op naam of nummer' })).toBeFocused()
  await keys.type(row?.number ?? '')
  await expect(desk.getByRole('option')).toHaveCount(1)
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await expect(desk.getByRole('heading', { name: NAME })).toBeVisible()
  await tabTo(desk, composer(desk))
  await keys.type('Wij bellen u vanmiddag. Groet, Anneke')
  await expect(desk.getByText(/^Bewaard/)).toBeVisible()
  await keys.press('Control+Enter')
  await expect(desk.getByText('Het portaal heeft het aangenomen.')).toBeVisible()
  expect(await readBack(client, asked.id)).toMatchObject({ status: 'closed', repliedBy: 'Anneke van den Berg' })
})
