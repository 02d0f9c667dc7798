/** Signing in, locking, switching, and what the screen does with the settings. */
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { makeProblem } from '../../../shared/domain/problems.ts'
import { staffSession } from '../../testing/memory/people.ts'
import { STAFF_CODE, STAFF_PASSWORD } from '../../testing/memory-bridge.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

describe('the session', () => {
  it('asks e-mail and password, then the code, and opens the first queue', async () => {
    const { user } = renderApp({ role: 'planner', signedIn: false })
    await user.type(await screen.findByLabelText('E-mailadres'), 'noor@lindewaard.example')
    await user.type(screen.getByLabelText('Wachtwoord'), STAFF_PASSWORD)
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    await user.type(await screen.findByLabelText('Code uit je authenticator-app'), STAFF_CODE)
    expect(await screen.findByRole('heading', { level: 1, name: 'Afwezigheid' })).toBeTruthy()
    expect(window.location.hash).toBe('#/absences')
  })

  it('names the empty fields, and the reason of a refusal, and says which host runs and why', async () => {
    const { user } = renderApp({ signedIn: false })
    expect(await screen.findByText(/Electron is hier niet geïnstalleerd/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    expect(screen.getAllByText('Vul dit veld in.')).toHaveLength(2)
    await user.type(screen.getByLabelText('E-mailadres'), 'noor@lindewaard.example')
    await user.type(screen.getByLabelText('Wachtwoord'), 'fout')
    await user.click(screen.getByRole('button', { name: 'Verder' }))
    expect(await screen.findByText(/De gebruikersnaam of het wachtwoord klopt niet/)).toBeTruthy()
  })

  it('says why a session ended', async () => {
    const { workstation } = renderApp()
    await screen.findByRole('heading', { level: 1, name: 'Afwezigheid' })
    workstation.setSession({ state: 'signed-out', problem: makeProblem('signed-out', 'nl') })
    expect(await screen.findByText(/je aanmelding is verlopen/)).toBeTruthy()
  })

  it('hides all work behind the lock, keeps what was typed, and opens at the same place', async () => {
    const place = '#/contact-requests/01900005-0000-7000-8000-000000000316'
    const { user, workstation } = renderApp({ role: 'care-manager', place })
    await user.type(await screen.findByRole('textbox', { name: /Antwoord aan/ }), 'Half getypt')
    await user.keyboard('{Control>}{Shift>}L{/Shift}{/Control}')
    const code = await screen.findByLabelText('Code uit je authenticator-app')
    expect(screen.queryByText('Mevr. A. van Dalen')).toBeNull()
    expect(workstation.drafts.get('reply:01900009-0000-7000-8000-000000000316')?.text).toBe('Half getypt')
    await user.type(code, STAFF_CODE)
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Antwoord aan/ })).toHaveProperty('value', 'Half getypt'))
  })

  it('brings the same person back to the same place after the session ended, and another one to their own', async () => {
    const place = '#/absences/01900005-0000-7000-8000-000000000418'
    const { workstation } = renderApp({ role: 'planner', place })
    await screen.findByRole('heading', { level: 1, name: 'Mevr. H. Verbeek-de Wit' })
    workstation.setSession({ state: 'signed-out', problem: makeProblem('signed-out', 'nl') })
    await screen.findByLabelText('E-mailadres')
    workstation.setSession({ state: 'signed-in', session: staffSession('planner') })
    expect(await screen.findByRole('heading', { level: 1, name: 'Mevr. H. Verbeek-de Wit' })).toBeTruthy()
    workstation.setSession({ state: 'signed-out', problem: null })
    await screen.findByLabelText('E-mailadres')
    workstation.setSession({ state: 'signed-in', session: staffSession('care-manager') })
    expect(await screen.findByRole('heading', { level: 1, name: 'Contactverzoeken' })).toBeTruthy()
  })

  it('tells whoever has no queue at this portal', async () => {
    const { workstation } = renderApp({ role: 'planner', place: '#/absences' })
    await screen.findByRole('heading', { level: 1, name: 'Afwezigheid' })
    workstation.setSession({ state: 'signed-in', session: { ...staffSession('planner'), provider: 'zonhoven', queues: [] } })
    expect(await screen.findByText('Dit portaal heeft voor jou geen werkvoorraad')).toBeTruthy()
  })

  it('switches to another provider and forgets what the former one showed', async () => {
    const { user } = renderApp({ role: 'planner', place: '#/absences/01900005-0000-7000-8000-000000000418' })
    await screen.findByRole('heading', { level: 1, name: 'Mevr. H. Verbeek-de Wit' })
    await user.click(screen.getByRole('button', { name: /Zorgaanbieder Lindewaard/ }))
    await user.click(await screen.findByRole('menuitem', { name: /Zonhoven Zorg/ }))
    expect(await screen.findByRole('button', { name: /Zorgaanbieder Zonhoven/ })).toBeTruthy()
    expect(window.location.hash).toBe('#/absences')
  })

  it('changes language at once and keeps it', async () => {
    const { user, workstation } = renderApp()
    await user.click(await screen.findByRole('button', { name: 'Instellingen en afmelden' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Instellingen' }))
    await user.click(await screen.findByRole('button', { name: 'English' }))
    expect(await screen.findByText('Settings')).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
    expect(workstation.calls.filter((call) => call.channel === 'settings.write')).toMatchObject([{ input: { language: 'en' } }])
  })
})
