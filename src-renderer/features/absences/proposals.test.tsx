/** Proposals on the cards of a notice: picked by key, explained, honest when there is none or the planning moves on. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { caregivers, visitOf } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const VERBEEK = '#/absences/01900005-0000-7000-8000-000000000418'
const card = (name: RegExp) => screen.getByRole('article', { name })
const BEST = /^Kies do 26 nov 09:15, Samira Öztürk, score 14 minuten/
const processButton = () => screen.getByRole('button', { name: /Verwerken/ })

async function openNotice() {
  const app = renderApp({ role: 'planner', place: VERBEEK })
  await screen.findByRole('button', { name: BEST })
  return app
}

describe('proposals for a visit', () => {
  it('are picked by key, count on the other cards, and show in what follows', async () => {
    const { user, workstation } = await openNotice()
    expect(screen.getByText('6 reistijd + 8 andere dag')).toBeTruthy()
    await user.keyboard('1')
    expect(card(/ma 23 nov 11:00–13:00/).textContent).toContain('do 26 nov 09:15HV 1 · Samira Öztürk · 14 min')
    // Samira is taken at that moment now: the next card does not offer it.
    await waitFor(() => expect(within(card(/wo 25 nov 11:00/)).getByRole('button', { name: /^Kies do 26 nov 09:00, Daan/ })))
    expect(within(card(/wo 25 nov 11:00/)).queryByRole('button', { name: BEST })).toBeNull()
    await user.keyboard('xs')
    expect(await screen.findByText('Geen dubbele inzet. De werktijden kloppen.')).toBeTruthy()
    expect(screen.getByText('14 min: 6 reistijd + 8 andere dag')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(workstation.calls.some((call) => call.channel === 'outbox.submit')).toBe(true))
    expect(workstation.calls.find((call) => call.channel === 'outbox.submit')?.input).toMatchObject({
      body: {
        decisions: [
          { action: 'move', to: { date: '2026-11-26', startTime: '09:15', caregiverId: caregivers.samira.id } },
          { action: 'cancel' },
          { action: 'keep' },
        ],
      },
    })
  })

  it('one that breaks a rule that warns asks why, and the reason goes along', async () => {
    const { user, workstation } = await openNotice()
    await user.keyboard('m')
    expect(screen.getByText('Wout Dijkema: rust 9 u 45, norm 11 u')).toBeTruthy()
    await user.keyboard('4xs')
    const reason = await screen.findByRole('textbox', { name: 'Waarom mag dit toch?' })
    expect(screen.getByText('Vul in waarom dit toch mag.')).toBeTruthy()
    expect(processButton()).toHaveProperty('disabled', true)
    await user.type(reason, 'Ruilt zelf')
    await user.click(processButton())
    await waitFor(() => expect(workstation.calls.some((call) => call.channel === 'outbox.submit')).toBe(true))
    expect(workstation.calls.find((call) => call.channel === 'outbox.submit')?.input).toMatchObject({
      body: { decisions: [{ action: 'move', override: { reason: 'Ruilt zelf' } }, { action: 'cancel' }, { action: 'keep' }] },
    })
  })

  it('says why not somebody else', async () => {
    const { user } = await openNotice()
    await user.click(screen.getByRole('button', { name: 'Waarom niet …?' }))
    await user.click(screen.getByRole('combobox', { name: 'Waarom niet' }))
    await user.click(await screen.findByRole('option', { name: 'Fatima Idrissi' }))
    expect(await screen.findByText('Fatima Idrissi kan do 26 nov 09:15 niet:')).toBeTruthy()
    expect(screen.getByText('Fatima Idrissi werkt dan niet: 08:00–12:30')).toBeTruthy()
    expect(screen.getByText('Fatima Idrissi heeft in deze weken geen plek.')).toBeTruthy()
  })

  it('stand still when the planning moves on, say what is different, and come anew when asked', async () => {
    const { user, workstation } = await openNotice()
    workstation.portal.plan(visitOf(950, '2026-11-26', '09:30', { caregivers: [caregivers.samira] }))
    expect(await screen.findByText(/Eén plek staat er niet meer bij: do 26 nov 09:15 Samira Öztürk/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: BEST })).toBeNull()
    expect(screen.getByText('niet meer vrij')).toBeTruthy()
    // Its key does nothing now.
    await user.keyboard('1')
    expect(screen.getByText('0 van 3 gekozen')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Toon de nieuwe plekken' }))
    expect(screen.queryByText('niet meer vrij')).toBeNull()
    await user.keyboard('1')
    expect(card(/ma 23 nov 11:00–13:00/).textContent).toContain('do 26 nov 09:00')
  })

  it('say which rule stopped most when there is none, and leave choosing by hand', async () => {
    const app = renderApp({ role: 'planner', place: VERBEEK })
    app.workstation.portal.rescheduling.noPlace = true
    expect(await screen.findByText('Geen plek gevonden.')).toBeTruthy()
    expect(screen.getByText(/werkt dan niet \(61×\), niet bevoegd \(28×\)/)).toBeTruthy()
    await app.user.click(screen.getByRole('button', { name: 'Kies zelf een plek' }))
    expect(screen.getByLabelText('Nieuwe datum')).toBeTruthy()
  })

  it('say so when they do not load; the decision can be made all the same', async () => {
    const app = renderApp({ role: 'planner', place: VERBEEK })
    app.workstation.fail('portal:rescheduling.proposals', 'server-fault')
    expect(await screen.findByText(/De voorstellen laden niet/)).toBeTruthy()
    app.workstation.fail('portal:rescheduling.proposals', null)
    await app.user.click(screen.getByRole('button', { name: 'Opnieuw proberen' }))
    expect(await screen.findByRole('button', { name: BEST })).toBeTruthy()
  })
})
