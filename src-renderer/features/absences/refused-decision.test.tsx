/** A decision that comes back: what moved under the proposal, or the rule with its figures, on the card it is about. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { caregivers, visitOf } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const VERBEEK = '#/absences/01900005-0000-7000-8000-000000000418'
const card = (name: RegExp) => screen.getByRole('article', { name })
const first = () => card(/ma 23 nov 11:00/)
const { samira } = caregivers

/** Takes the best place for the first visit, cancels the second, keeps the third. */
async function decideAll() {
  const app = renderApp({ role: 'planner', place: VERBEEK })
  await screen.findByRole('button', { name: /^Kies do 26 nov 09:15, Samira/ })
  await app.user.keyboard('1xs')
  expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
  const process = () => app.user.keyboard('{Control>}{Enter}{/Control}')
  const sent = () =>
    app.workstation.calls.flatMap((call) => (call.channel === 'outbox.submit' ? [call.input as { body: unknown }] : []))
  return { ...app, process, sent }
}

describe('a decision on a planning that moved on', () => {
  it('comes back with the visits that changed and how, and the places as they are now', async () => {
    const { user, workstation, process, sent } = await decideAll()
    workstation.portal.plan(
      visitOf(950, '2026-11-26', '09:30', {
        caregivers: [samira],
        previous: { date: '2026-11-26', startTime: '14:00' },
        version: 2,
      }),
    )
    workstation.portal.plan(visitOf(951, '2026-11-27', '08:00', { caregivers: [samira], status: 'cancelled', version: 2 }))
    await process()
    const alert = await within(first()).findByRole('alert')
    expect(alert.textContent).toContain(
      'De planning is veranderd sinds het voorstel: Samira Öztürk heeft dan al een dienst: 09:30.',
    )
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual([
      'Dhr. B. Terpstra: nu do 26 nov 09:30–11:30 · HV 1 · Samira Öztürk, was do 26 nov 14:00',
      'Dhr. B. Terpstra: vervallen, vr 27 nov 08:00–10:00 · HV 1 · Samira Öztürk',
    ])
    expect(sent().map((one) => one.body)).toMatchObject([{ planning: 1 }])
    // The other choices stand; the place that went is offered no more, and a key takes the next one.
    expect(screen.getByText('2 van 3 gekozen')).toBeTruthy()
    expect(await within(first()).findByRole('button', { name: /^Kies do 26 nov 09:00, Daan/ })).toBeTruthy()
    expect(within(first()).queryByRole('button', { name: /^Kies do 26 nov 09:15/ })).toBeNull()
    await user.keyboard('1')
    expect(first().textContent).toContain('do 26 nov 09:00HV 1 · Daan Roelofs')
    expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
    await process()
    await waitFor(() => expect(sent().map((one) => one.body)).toMatchObject([{ planning: 1 }, { planning: 3 }]))
    await screen.findByRole('heading', { level: 1, name: 'Mevr. S. Yıldız' })
  })
})

describe('a decision that breaks a rule', () => {
  it('comes back with the rule and its figures on its own card', async () => {
    const { workstation, process } = await decideAll()
    workstation.portal.rescheduling.offDuty.set(samira.id, '12:00–17:00')
    await process()
    const alert = await within(first()).findByRole('alert')
    expect(alert.textContent).toBe('Dit kan niet: Samira Öztürk werkt dan niet: 12:00–17:00.')
    expect(within(card(/wo 25 nov 11:00/)).queryByRole('alert')).toBeNull()
    expect(within(card(/wo 25 nov 18:30/)).queryByRole('alert')).toBeNull()
    expect(screen.getByText('2 van 3 gekozen')).toBeTruthy()
  })
})
