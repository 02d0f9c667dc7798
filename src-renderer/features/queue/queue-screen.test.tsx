/** A queue: live without moving under the hand, narrowed by the address, worked by keyboard, honest when it does not load. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { absenceCases } from '../../testing/memory/cases.ts'
import { idOf } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const list = () => screen.getByRole('listbox', { name: 'Zaken' })
const names = () =>
  within(list())
    .getAllByRole('option')
    .map((row) => row.textContent ?? '')

function newNotice() {
  const notice = absenceCases()[0]
  if (!notice) throw new Error('no notice')
  return { ...notice, id: idOf(5, 990), name: 'Dhr. N. Nieuw', dueAt: '2026-11-23T08:20:00.000Z', claim: null }
}

async function openQueue(place = '#/absences') {
  const app = renderApp({ role: 'planner', place })
  await screen.findByRole('listbox', { name: 'Zaken' })
  return app
}

describe('a queue', () => {
  it('stands in the order of care, in groups, with the key named', async () => {
    await openQueue()
    expect(names()[0]).toContain('Dhr. P. Overmars')
    expect(names()[0]).toContain('over 38 minuten, om 09:50')
    expect(screen.getByText('Vandaag')).toBeTruthy()
    expect(screen.getByText('Morgen, dinsdag 24 november')).toBeTruthy()
    expect(screen.getByText('eerste zorgmoment')).toBeTruthy()
  })

  it('shows a new case at once while nobody is in the list', async () => {
    const { workstation } = await openQueue()
    workstation.portal.add(newNotice())
    await waitFor(() => expect(names()[0]).toContain('Dhr. N. Nieuw'))
    expect(await screen.findByText('10 open', { selector: 'header span' })).toBeTruthy()
  })

  it('lets a new case wait while the pointer is in the list', async () => {
    const { user, workstation } = await openQueue()
    fireEvent.pointerEnter(list())
    workstation.portal.add(newNotice())
    const waiting = await screen.findByRole('button', { name: 'Toon 1 nieuwe zaak' })
    expect(names()[0]).toContain('Dhr. P. Overmars')
    await user.click(waiting)
    await waitFor(() => expect(names()[0]).toContain('Dhr. N. Nieuw'))
  })

  it('is worked by keyboard: J and K walk, Enter opens, Esc comes back', async () => {
    const { user } = await openQueue()
    await user.keyboard('j')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Dhr. P. Overmars'))
    await user.keyboard('j{ArrowDown}k')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Mevr. H. Verbeek-de Wit'))
    await user.keyboard('{Enter}')
    const title = await screen.findByRole('heading', { level: 1, name: 'Mevr. H. Verbeek-de Wit' })
    await waitFor(() => expect(document.activeElement).toBe(title))
    await user.keyboard('{Escape}')
    expect(document.activeElement?.textContent).toContain('Mevr. H. Verbeek-de Wit')
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true')
  })

  it('leaves single keys alone when they are switched off', async () => {
    const { user, workstation } = await openQueue()
    workstation.push('settings', { language: 'nl', theme: 'light', density: 'comfortable', singleKeys: false })
    await waitFor(() => expect(screen.queryByText('J')).toBeNull())
    await user.keyboard('?/')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(document.body)
  })

  it('keeps its place in the address', async () => {
    const { user } = await openQueue('#/absences?facet=late-notice')
    expect(names()).toHaveLength(3)
    await user.type(screen.getByRole('textbox', { name: 'Filter op naam of nummer' }), 'verbeek')
    await waitFor(() => expect(names()).toHaveLength(1))
    expect(window.location.hash).toBe('#/absences?facet=late-notice&q=verbeek')
    await user.type(screen.getByRole('textbox', { name: 'Filter op naam of nummer' }), 'xyz')
    expect(await screen.findByText('Geen zaken met dit filter')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Haal alle filters weg' }))
    await waitFor(() => expect(names()).toHaveLength(9))
  })

  it('says what is so when it does not load, and tries again', async () => {
    const app = renderApp({ role: 'planner' })
    app.workstation.fail('portal:cases.list', 'portal-unreachable')
    expect(await screen.findByText('De meldingen laden niet')).toBeTruthy()
    expect(screen.getByText(/Wat je hebt getypt is bewaard/)).toBeTruthy()
    expect(screen.getByText(/portal-unreachable 09:12/)).toBeTruthy()
    app.workstation.fail('portal:cases.list', null)
    await app.user.click(screen.getByRole('button', { name: /Opnieuw proberen/ }))
    expect(await screen.findByRole('listbox', { name: 'Zaken' })).toBeTruthy()
  })

  it('shows whose a case is, and takes it over visibly', async () => {
    const { user, workstation } = await openQueue()
    await user.click(screen.getByRole('option', { name: /Overmars/ }))
    expect(await screen.findByText(/Bij Ruben Jansen/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Overnemen' }))
    expect(await screen.findByText('Bij jou')).toBeTruthy()
    expect(workstation.portal.cases.find((one) => one.name.includes('Overmars'))?.claim?.by.name).toBe('Noor Willemsen')
  })

  it('has no page for an address that belongs to no queue of the role', async () => {
    renderApp({ role: 'planner', place: '#/accounts' })
    expect(await screen.findByText('Deze pagina is er niet')).toBeTruthy()
  })
})
