/** A planner decides a notice: nothing goes before all is chosen, a refusal comes back onto its card, nothing chosen is lost. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { caregivers, visitOf } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const VERBEEK = '#/absences/01900005-0000-7000-8000-000000000418'
const card = (name: RegExp) => screen.getByRole('article', { name })
const processButton = () => screen.getByRole('button', { name: /Verwerken/ })

async function openNotice() {
  const app = renderApp({ role: 'planner', place: VERBEEK })
  await screen.findByRole('heading', { level: 1, name: 'Mevr. H. Verbeek-de Wit' })
  return app
}

describe('an absence notice', () => {
  it('says how it stands, whom to phone, and claims the case', async () => {
    const { workstation } = await openNotice()
    // The same words stand in the bar that stays in view on scroll.
    expect(
      screen
        .getAllByText(/Dat raakt/)
        .at(-1)
        ?.closest('p')?.textContent,
    ).toBe('Opgenomen van vandaag 10:00 tot en met wo 25 nov 20:00. Dat raakt 3 diensten; de eerste begint over 1 uur 48.')
    expect(screen.getByText('06 2419 0377')).toBeTruthy()
    expect(await screen.findByText('Bij jou')).toBeTruthy()
    expect(workstation.calls.filter((call) => call.channel === 'portal:cases.claim')).toHaveLength(1)
  })

  it('sends every decision in one go and opens the next notice', async () => {
    const { user, workstation } = await openNotice()
    expect(processButton()).toHaveProperty('disabled', true)
    expect(screen.getByText('Kies eerst voor nog 3 diensten.')).toBeTruthy()

    await user.keyboard('v')
    const form = within(card(/ma 23 nov/))
    await user.type(form.getByLabelText('Nieuwe datum'), '2026-11-27')
    await user.type(form.getByLabelText('Begintijd'), '9:00')
    await waitFor(() => expect(form.getByRole('button', { name: 'Kies deze plek' })).toHaveProperty('disabled', false))
    await user.click(form.getByRole('button', { name: 'Kies deze plek' }))
    await user.keyboard('x')
    await user.keyboard('s')

    expect(card(/ma 23 nov 11:00–13:00/).textContent).toContain('vr 27 nov 09:00')
    expect(screen.getByText('1 verplaatst, 1 vervalt, 1 blijft staan')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')

    expect(await screen.findByText('Het portaal heeft het aangenomen.')).toBeTruthy()
    await screen.findByRole('heading', { level: 1, name: 'Mevr. S. Yıldız' })
    const submitted = workstation.calls.find((call) => call.channel === 'outbox.submit')?.input
    expect(submitted).toMatchObject({
      route: 'absences.decide',
      basedOn: 1,
      body: {
        decisions: [
          { action: 'move', to: { date: '2026-11-27', startTime: '09:00', caregiverId: caregivers.samira.id } },
          { action: 'cancel' },
          { action: 'keep' },
        ],
      },
    })
  })

  it('puts a double booking onto its card and keeps the choices', async () => {
    const { user, workstation } = await openNotice()
    await user.keyboard('v')
    const form = within(card(/ma 23 nov/))
    await user.type(form.getByLabelText('Nieuwe datum'), '2026-11-27')
    await user.type(form.getByLabelText('Begintijd'), '0900')
    await waitFor(() => expect(form.getByRole('button', { name: 'Kies deze plek' })).toHaveProperty('disabled', false))
    await user.click(form.getByRole('button', { name: 'Kies deze plek' }))
    await user.keyboard('x')
    await user.keyboard('x')
    // A colleague plans something there while the planner looks on.
    workstation.portal.planning.push(visitOf(900, '2026-11-27', '10:00', { caregivers: [caregivers.samira] }))
    await user.click(processButton())

    expect(await within(card(/ma 23 nov/)).findByText(/Samira Öztürk heeft dan al een dienst/)).toBeTruthy()
    expect(within(card(/ma 23 nov/)).getByLabelText('Begintijd')).toHaveProperty('value', '09:00')
    expect(screen.getByText('2 vervallen')).toBeTruthy()
    expect(processButton()).toHaveProperty('disabled', true)
  })

  it('lets a decision wait for the connection and says so', async () => {
    const { user, workstation } = await openNotice()
    workstation.setConnected(false)
    await user.keyboard('xxx')
    await user.click(processButton())
    expect(await screen.findByText('Geen verbinding. Het besluit gaat weg zodra die er weer is.')).toBeTruthy()
    expect(workstation.outbox).toHaveLength(1)
    workstation.setConnected(true)
    await waitFor(() => expect(workstation.portal.cases.find((one) => one.name.includes('Verbeek'))?.status).toBe('closed'))
  })

  it('shows what was decided once it is processed', async () => {
    const { user } = await openNotice()
    await user.keyboard('xss')
    await user.click(processButton())
    await screen.findByRole('heading', { level: 1, name: 'Mevr. S. Yıldız' })
    await user.click(screen.getByRole('button', { name: 'Toon wat afgehandeld is' }))
    await user.click(await screen.findByRole('option', { name: /Verbeek/ }))
    expect(await screen.findByText('Wat er is besloten')).toBeTruthy()
    expect(card(/ma 23 nov/).textContent).toContain('Vervallen')
    expect(screen.queryByRole('button', { name: /Verwerken/ })).toBeNull()
  })

  it('keeps a choice when the visit changes under it, and asks to look again', async () => {
    const { user, workstation } = await openNotice()
    await user.keyboard('x')
    workstation.portal.change('01900005-0000-7000-8000-000000000418', 'case.changed', (detail) =>
      detail.subject.queue === 'absences'
        ? {
            ...detail,
            subject: {
              ...detail.subject,
              affected: detail.subject.affected.map((visit, index) =>
                index === 0 ? { ...visit, startTime: '11:30', version: 2 } : visit,
              ),
            },
          }
        : detail,
    )
    const changed = await screen.findByRole('article', { name: /ma 23 nov 11:30/ })
    expect(within(changed).getByText(/De dienst is intussen gewijzigd/)).toBeTruthy()
    expect(screen.getByText('0 van 3 gekozen')).toBeTruthy()
  })
})
