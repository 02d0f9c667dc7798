/** A care manager answers: the text survives, goes once, and never to a question that was not seen as it is. */
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const DALEN_ID = '01900005-0000-7000-8000-000000000316'
const DALEN = `#/contact-requests/${DALEN_ID}`
const DRAFT = 'reply:01900009-0000-7000-8000-000000000316'
const composer = () => screen.getByRole('textbox', { name: 'Antwoord aan Mevr. A. van Dalen' })
const send = () => screen.getByRole('button', { name: /Versturen en sluiten/ })

async function openQuestion() {
  const app = renderApp({ role: 'care-manager', place: DALEN })
  await screen.findByRole('heading', { level: 1, name: 'Mevr. A. van Dalen' })
  const changeTo = (message: string) =>
    app.workstation.portal.change(DALEN_ID, 'case.changed', (detail) =>
      detail.subject.queue === 'contact-requests'
        ? {
            ...detail,
            version: detail.version + 1,
            subject: {
              ...detail.subject,
              previousMessage: detail.subject.request.message,
              request: { ...detail.subject.request, message, version: detail.version + 1, changedAt: '2026-11-23T08:11:00.000Z' },
            },
          }
        : detail,
    )
  return { ...app, changeTo }
}

describe('a question', () => {
  it('names who will read the reply, and keeps what is typed', async () => {
    const { user, workstation } = await openQuestion()
    expect(screen.getByText('Ruud van Dalen, zoon')).toBeTruthy()
    expect(send()).toHaveProperty('disabled', true)
    await user.type(composer(), 'Beste mevrouw,')
    await waitFor(() => expect(workstation.drafts.get(DRAFT)).toMatchObject({ text: 'Beste mevrouw,', basedOn: 1 }))
    expect(await screen.findByText('Bewaard 09:12')).toBeTruthy()
  })

  it('puts a kept text back', async () => {
    const first = await openQuestion()
    await first.user.type(composer(), 'Dit stond er al.')
    await waitFor(() => expect(first.workstation.drafts.has(DRAFT)).toBe(true))
    const kept = first.workstation.drafts.get(DRAFT)
    first.unmount()
    const second = renderApp({ role: 'care-manager', place: DALEN })
    if (kept) second.workstation.drafts.set(DRAFT, kept)
    await waitFor(() => expect(composer()).toHaveProperty('value', 'Dit stond er al.'))
  })

  it('sends the reply once, tells the steps, and opens the next question', async () => {
    const { user, workstation } = await openQuestion()
    await user.type(composer(), 'Dat kan.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Het portaal heeft het aangenomen.')).toBeTruthy()
    await screen.findByRole('heading', { level: 1, name: 'Mevr. G. Blokzijl' })
    const submits = workstation.calls.filter((call) => call.channel === 'outbox.submit')
    expect(submits).toHaveLength(1)
    expect(submits[0]?.input).toMatchObject({
      route: 'contact-requests.reply',
      basedOn: 1,
      body: { text: 'Dat kan.' },
      draftKey: DRAFT,
    })
    expect(workstation.drafts.has(DRAFT)).toBe(false)
  })

  it('holds the reply back until the change was seen', async () => {
    const { user, workstation, changeTo } = await openQuestion()
    await user.type(composer(), 'Dinsdag kan.')
    changeTo('Goedemorgen, kan mijn hulp volgende week op donderdag komen in plaats van maandag?')
    expect(await screen.findByText('De vraag is gewijzigd terwijl je typte')).toBeTruthy()
    expect(composer()).toHaveProperty('value', 'Dinsdag kan.')
    expect(send()).toHaveProperty('disabled', true)
    expect(screen.getByText('Bekijk eerst de wijziging.')).toBeTruthy()
    const look = () => screen.queryByRole('button', { name: /Wijziging bekijken/ })
    for (let button = look(); button; button = look()) await user.click(button)
    expect(send()).toHaveProperty('disabled', false)
    await user.click(send())
    await waitFor(() =>
      expect(workstation.calls.find((call) => call.channel === 'outbox.submit')?.input).toMatchObject({ basedOn: 2 }),
    )
  })

  it('asks nothing about a change when nothing was typed', async () => {
    const { user, workstation, changeTo } = await openQuestion()
    changeTo('Kan mijn hulp op vrijdag komen?')
    expect(await screen.findByText('De vraag is gewijzigd')).toBeTruthy()
    await user.type(composer(), 'Ja.')
    await user.click(send())
    await waitFor(() =>
      expect(workstation.calls.find((call) => call.channel === 'outbox.submit')?.input).toMatchObject({ basedOn: 2 }),
    )
  })

  it('keeps the text when a colleague was first', async () => {
    const { user, workstation } = await openQuestion()
    await user.type(composer(), 'Mijn antwoord.')
    workstation.portal.change(DALEN_ID, 'case.closed', (detail) =>
      detail.subject.queue === 'contact-requests'
        ? {
            ...detail,
            status: 'closed',
            version: 2,
            subject: {
              ...detail.subject,
              request: {
                ...detail.subject.request,
                status: 'closed',
                reply: 'Dat regelen wij.',
                repliedBy: 'Sanne Bakker',
                closedAt: '2026-11-23T08:12:00.000Z',
                version: 2,
              },
            },
          }
        : detail,
    )
    expect(await screen.findByText('Sanne Bakker heeft deze vraag al beantwoord')).toBeTruthy()
    expect(screen.getByText('Dat regelen wij.')).toBeTruthy()
    expect(screen.getByText('Mijn antwoord.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Kopieer mijn tekst' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Versturen/ })).toBeNull()
  })

  it('waits in the outbox without a connection, and cannot be changed there', async () => {
    const { user, workstation } = await openQuestion()
    await user.type(composer(), 'Dat kan.')
    workstation.setConnected(false)
    expect(await screen.findByText(/Je antwoord gaat weg zodra die er weer is/)).toBeTruthy()
    await user.click(send())
    expect(await screen.findByText(/Je antwoord staat in de wachtrij/)).toBeTruthy()
    expect(composer()).toHaveProperty('readOnly', true)
    expect(screen.getByRole('button', { name: '1 wacht' })).toBeTruthy()
  })

  it('comes back with its reason and goes again as a new request', async () => {
    const { user, workstation } = await openQuestion()
    await user.type(composer(), 'Dat kan.')
    const entry = workstation.portal.cases.find((one) => one.id === DALEN_ID)
    workstation.portal.cases.splice(
      workstation.portal.cases.findIndex((one) => one.id === DALEN_ID),
      1,
    )
    await user.click(send())
    expect(await screen.findByText(/Het portaal nam je antwoord niet aan/)).toBeTruthy()
    expect(composer()).toHaveProperty('value', 'Dat kan.')
    if (entry) workstation.portal.cases.push(entry)
    await user.click(send())
    await waitFor(() => expect(workstation.portal.cases.find((one) => one.id === DALEN_ID)?.status).toBe('closed'))
    const ids = workstation.calls
      .filter((call) => call.channel === 'outbox.submit')
      .map((call) => (call.input as { requestId: string }).requestId)
    expect(new Set(ids).size).toBe(2)
  })
})
