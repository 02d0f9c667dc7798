/** Beside the accounts queue: accounts that are made, letters that are printed once, and a second pair of eyes. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import * as files from '../../data/save-file.ts'
import { colleagues } from '../../testing/memory/people.ts'
import { STAFF_CODE } from '../../testing/memory-bridge.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const open = (pane: string, role: 'helpdesk' | 'planner' = 'helpdesk') => renderApp({ role, place: `#/accounts/${pane}` })
const found = () => within(screen.getByRole('listbox', { name: 'Gevonden' }))

async function confirmIdentity(user: ReturnType<typeof renderApp>['user']) {
  const dialog = within(await screen.findByRole('dialog', { name: 'Ben jij het nog?' }))
  await user.type(dialog.getByLabelText('Code uit je authenticator-app'), STAFF_CODE)
}

describe('a new account', () => {
  it('says per field what is not right, goes there, and makes it once who asks has shown who they are', async () => {
    const { user, workstation } = open('new')
    const { handOuts } = workstation.portal.desk
    await user.type(await screen.findByRole('textbox', { name: 'Zoek een cliënt op naam of cliëntnummer' }), 'verbeek{Enter}')
    await screen.findByRole('listbox', { name: 'Gevonden' })
    await user.click(found().getByRole('option', { name: /Verbeek/ }))
    const name = screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' })
    expect(name.value).toBe('Mevr. H. Verbeek-de Wit')
    await user.click(screen.getByRole('button', { name: /Maak het account/ }))
    expect(screen.getByText('2 velden kloppen nog niet.')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Mobiel nummer' }))
    expect(handOuts.made).toHaveLength(0)

    await user.type(screen.getByRole('textbox', { name: 'Mobiel nummer' }), '06 12345678')
    await user.type(screen.getByRole('textbox', { name: 'Reden' }), 'Nieuw in zorg')
    workstation.portal.desk.confirmed = false
    await user.keyboard('{Control>}{Enter}{/Control}')
    await confirmIdentity(user)
    expect(await screen.findByText('De brief met inloggegevens staat klaar voor de printer.')).toBeTruthy()
    expect(handOuts.made).toMatchObject([{ kind: 'client', name: 'Mevr. H. Verbeek-de Wit', mobile: '06 12345678' }])
    await user.click(screen.getByRole('button', { name: 'Naar de brieven' }))
    expect(await screen.findByRole('button', { name: 'Print de brief aan Mevr. H. Verbeek-de Wit' })).toBeTruthy()
  })

  it('offers who has an account only to somebody who represents them', async () => {
    const { user } = open('new')
    await user.type(await screen.findByRole('textbox', { name: /Zoek een cliënt/ }), 'verburg{Enter}')
    await screen.findByRole('listbox', { name: 'Gevonden' })
    expect(found().getByText(/heeft al: cliënt/)).toBeTruthy()
    await user.click(found().getByRole('option', { name: /Verburg/ }))
    expect(screen.getByRole('button', { name: 'cliënt' })).toHaveProperty('disabled', true)
    expect(screen.getByRole('button', { name: 'wettelijk vertegenwoordiger', pressed: true })).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Naam' }).value).toBe('')
  })

  it('is not there for who works in other queues', async () => {
    open('new', 'planner')
    expect(await screen.findByText('Deze pagina is er niet')).toBeTruthy()
  })
})

describe('letters', () => {
  it('are printed after a question, once, and what to do when the paper jams stays in sight', async () => {
    const saved = vi.spyOn(files, 'saveFile').mockImplementation(() => undefined)
    const { user, workstation } = open('letters')
    await user.click(await screen.findByRole('button', { name: 'Print de brief aan Mevr. G. Smit' }))
    expect(saved).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Print nu' }))
    expect(await screen.findByText(/Papier vast of bestand kwijt/)).toBeTruthy()
    expect(saved.mock.calls).toEqual([['inloggegevens-brief104118.pdf', 'application/pdf', btoa('%PDF-1.7')]])
    expect(workstation.portal.desk.handOuts.letters).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Print de brief aan Mevr. G. Smit' })).toBeNull()
  })

  it('says that an answer was lost, and what that means', async () => {
    const { user, workstation } = open('letters')
    await user.click(await screen.findByRole('button', { name: 'Print de brief aan Mevr. G. Smit' }))
    workstation.fail('portal:accounts.print-letter', 'portal-unreachable')
    await user.click(screen.getByRole('button', { name: 'Print nu' }))
    expect(await screen.findByText(/Dan is hij geprint en kwijt/)).toBeTruthy()
  })

  it('says when none waits, and when they do not load', async () => {
    const { workstation, unmount } = open('letters')
    workstation.portal.desk.handOuts.letters = []
    expect(await screen.findByText('Geen brieven')).toBeTruthy()
    unmount()
    open('letters').workstation.fail('portal:accounts.letters', 'server-fault')
    expect(await screen.findByText('De brieven laden niet')).toBeTruthy()
  })

  it('go out again from an account that nobody used', async () => {
    const app = renderApp({ role: 'helpdesk', place: '#/accounts/user/01900010-0000-7000-8000-000000000003' })
    const { desk } = app.workstation.portal
    const bram = desk.accounts[2]
    if (!bram) throw new Error('no account')
    bram.facts = { ...bram.facts, lastLoginAt: null }
    await app.user.click(await screen.findByRole('button', { name: 'Inloggegevens opnieuw sturen' }))
    await app.user.type(screen.getByRole('textbox', { name: 'Reden' }), 'Brief kwijt')
    await waitFor(() => expect(screen.getByText('brief naar het adres van de cliënt')).toBeTruthy())
    await app.user.click(screen.getByRole('button', { name: 'Stuur nieuwe inloggegevens' }))
    expect((await screen.findAllByText(/de nieuwe brief staat klaar voor de printer/)).length).toBeGreaterThan(0)
    expect(desk.handOuts.letters.at(-1)?.name).toBe('Bram Hofstra')
  })
})

describe('a second pair of eyes', () => {
  it('is counted beside the queue, says how the caller was verified, and approves with a reason', async () => {
    const { user, workstation } = renderApp({ role: 'helpdesk', place: '#/accounts' })
    expect((await screen.findAllByText('1 verzoek wacht op akkoord')).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('button', { name: 'Bekijk' }))
    expect(await screen.findByText(/Beller gecontroleerd met een code per e-mail/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keur goed' }))
    expect(screen.getByText('Vul een reden in.')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Jouw reden' }), 'Nagebeld')
    await user.click(screen.getByRole('button', { name: 'Keur goed' }))
    expect(await screen.findByText('Niets wacht op akkoord')).toBeTruthy()
    const [call] = workstation.calls.filter((one) => one.channel === 'portal:accounts.approve-act')
    expect(call?.input).toMatchObject({ body: { reason: 'Nagebeld' } })
  })

  it('lets who asked only take it back, and shows what became of it', async () => {
    const { user, workstation } = open('approvals')
    const { handOuts } = workstation.portal.desk
    handOuts.approvals = handOuts.approvals.map((one) => ({ ...one, requestedBy: colleagues.jesse }))
    await user.type(await screen.findByRole('textbox', { name: 'Jouw reden' }), 'Toch gevonden')
    expect(screen.queryByRole('button', { name: 'Keur goed' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Neem terug' }))
    const yours = within(await screen.findByRole('list', { name: 'Wat je vroeg' }))
    expect(yours.getByText(/door jou teruggenomen/)).toBeTruthy()
  })

  it('says when a colleague was first', async () => {
    const { user, workstation } = open('approvals')
    await user.type(await screen.findByRole('textbox', { name: 'Jouw reden' }), 'Nagebeld')
    workstation.fail('portal:accounts.approve-act', 'approval-over')
    await user.click(screen.getByRole('button', { name: 'Keur goed' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })
})
