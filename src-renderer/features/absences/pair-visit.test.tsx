/** A visit that two caregivers carry out together: accepted by key, by button and by hand, always with both. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { caregivers } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const LAMMERS = '#/absences/01900005-0000-7000-8000-000000000024'
const card = (name: RegExp) => screen.getByRole('article', { name })
const pair = () => card(/do 26 nov 14:00/)
const TOGETHER = /^Kies vr 4 dec 10:00, Samira Öztürk, Daan Roelofs, score 9 minuten/
const LATER = /^Kies di 8 dec 13:00, Wout Dijkema, Daan Roelofs/
const { samira, wout, fatima, daan } = caregivers

async function openNotice() {
  const app = renderApp({ role: 'planner', place: LAMMERS })
  await screen.findByRole('button', { name: TOGETHER })
  const sent = async () => {
    await app.user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(app.workstation.calls.some((call) => call.channel === 'outbox.submit')).toBe(true))
    return app.workstation.calls.find((call) => call.channel === 'outbox.submit')?.input
  }
  return { ...app, sent }
}

describe('a visit by two caregivers', () => {
  it('is moved by key: both names in what follows, both sent, with the planning it was worked out on', async () => {
    const { user, workstation, sent } = await openNotice()
    await user.keyboard('1')
    expect(pair().textContent).toContain('vr 4 dec 10:00HV 1 · Samira Öztürk · Daan Roelofs · 9 min')
    await user.keyboard('s')
    expect(
      await screen.findByText('Daan Roelofs 2 uur meer, Samira Öztürk evenveel uren, Wout Dijkema 2 uur minder.'),
    ).toBeTruthy()
    expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
    expect(await sent()).toMatchObject({
      body: {
        decisions: [
          { action: 'move', to: { date: '2026-12-04', startTime: '10:00', caregiverIds: [samira.id, daan.id] } },
          { action: 'keep' },
        ],
        planning: 1,
      },
    })
    const subject = () => workstation.portal.cases.find((one) => one.name === 'Dhr. W. Lammers')?.subject
    await waitFor(() => expect(subject()).toMatchObject({ affected: [{ caregivers: [samira, daan] }, {}] }))
  })

  it('is moved by the button of a proposal', async () => {
    const { user, sent } = await openNotice()
    await user.click(screen.getByRole('button', { name: LATER }))
    expect(pair().textContent).toContain('di 8 dec 13:00HV 1 · Wout Dijkema · Daan Roelofs')
    await user.keyboard('s')
    expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
    expect(await sent()).toMatchObject({ body: { decisions: [{ to: { caregiverIds: [wout.id, daan.id] } }, {}] } })
  })

  it('is not moved to a place where they begin apart: its row says why, its key does nothing', async () => {
    const { user } = await openNotice()
    expect(screen.getByText('ma 7 dec 09:00 + 10:15')).toBeTruthy()
    expect(screen.getByText('niet tegelijk')).toBeTruthy()
    expect(screen.getByText(/Zij beginnen niet tegelijk. Een besluit kent één begintijd/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Kies ma 7 dec/ })).toBeNull()
    await user.keyboard('2')
    expect(screen.getByText('0 van 2 gekozen')).toBeTruthy()
  })

  it('keeps both when the place is chosen by hand, and nobody comes twice', async () => {
    const { user, sent } = await openNotice()
    await user.keyboard('v')
    const form = within(pair())
    await user.type(form.getByLabelText('Nieuwe datum'), '2026-12-09')
    await user.type(form.getByLabelText('Begintijd'), '9:00')
    await user.click(form.getByRole('combobox', { name: 'Medewerker 2' }))
    const beside = await screen.findByRole('option', { name: /Samira Öztürk/ })
    expect(beside.textContent).toContain('komt al mee')
    expect(beside.getAttribute('aria-disabled')).toBe('true')
    await user.click(screen.getByRole('option', { name: /Fatima Idrissi/ }))
    await user.click(form.getByRole('button', { name: 'Kies deze plek' }))
    expect(pair().textContent).toContain('wo 9 dec 09:00HV 1 · Samira Öztürk · Fatima Idrissi')
    await user.keyboard('s')
    expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
    expect(await sent()).toMatchObject({
      body: {
        decisions: [
          { action: 'move', to: { date: '2026-12-09', startTime: '09:00', caregiverIds: [samira.id, fatima.id] } },
          { action: 'keep' },
        ],
      },
    })
  })
})
