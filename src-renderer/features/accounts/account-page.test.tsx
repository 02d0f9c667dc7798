/** The helpdesk finds the cause, verifies the caller, and acts; nothing sensitive goes without a receipt for that very act. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { CALLER_CODE } from '../../testing/memory/account-desk.ts'
import { STAFF_CODE } from '../../testing/memory-bridge.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const AYDIN = '#/accounts/01900005-0000-7000-8000-000000000501'
const toggle = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`), expanded: false })
const actCalls = (calls: readonly { channel: string }[], act: string) =>
  calls.filter((call) => call.channel === `portal:accounts.${act}`)

async function openAccount() {
  const app = renderApp({ role: 'helpdesk', place: AYDIN })
  await screen.findByRole('heading', { level: 1, name: 'Mevr. M. Aydin' })
  const verify = async () => {
    await app.user.click(screen.getByRole('button', { name: 'Stuur een code' }))
    await app.user.type(await screen.findByLabelText('Code die de beller voorleest'), CALLER_CODE)
    await app.user.click(screen.getByRole('button', { name: /Controleer$/ }))
    await screen.findByText(/Gecontroleerd voor: Vertrouwde apparaten vergeten\./)
  }
  return { ...app, verify }
}

describe('an account', () => {
  it('opens with the cause, and says it first among the checks', async () => {
    await openAccount()
    const checks = within(screen.getByRole('list', { name: 'Waarom lukt inloggen niet?' })).getAllByRole('listitem')
    expect(checks[0]?.textContent).toContain('Geblokkeerd na 5 foute wachtwoorden')
    expect(screen.getByText(/Er is 5 keer een verkeerd wachtwoord ingetypt/)).toBeTruthy()
  })

  it('unblocks in one step, with the cause as the reason', async () => {
    const { user, workstation } = await openAccount()
    await user.click(screen.getByRole('button', { name: 'Deblokkeer' }))
    expect(await screen.findByText('Lukt inloggen?')).toBeTruthy()
    expect(actCalls(workstation.calls, 'unblock')).toMatchObject([
      { input: { basedOn: 3, body: { reason: 'Geblokkeerd na 5 foute wachtwoorden' } } },
    ])
    expect(document.activeElement?.textContent).toBe('Mevr. M. Aydin')
  })

  it('keeps a sensitive act locked until the caller was verified for it', async () => {
    const { user, workstation, verify } = await openAccount()
    await user.click(toggle('Vertrouwde apparaten vergeten'))
    const forget = () => screen.getByRole('button', { name: 'Vergeet 2 apparaten' })
    expect(forget()).toHaveProperty('disabled', true)
    expect(screen.getByText('2 apparaten, 1 open sessie')).toBeTruthy()

    await verify()
    expect(forget()).toHaveProperty('disabled', false)
    await user.click(forget())
    expect(screen.getByText('Vul een reden in.')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Reden' }), 'Nieuwe laptop')
    await user.click(forget())
    await waitFor(() => expect(workstation.portal.desk.accounts[0]?.devices).toBe(0))
    // The receipt worked once: the next act asks for a new verification.
    expect(await screen.findByRole('button', { name: 'Stuur een code' })).toBeTruthy()
  })

  it('counts the tries of a wrong code and can refuse the caller', async () => {
    const { user, workstation } = await openAccount()
    await user.click(screen.getByRole('button', { name: 'Stuur een code' }))
    await user.type(await screen.findByLabelText('Code die de beller voorleest'), '000000')
    await user.click(screen.getByRole('button', { name: /Controleer$/ }))
    expect(await screen.findByText('Deze code klopt niet. Nog 4 keer proberen.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Weiger' }))
    expect(await screen.findByText('Geweigerd. Dit staat in het logboek.')).toBeTruthy()
    expect(actCalls(workstation.calls, 'refuse-verification')).toHaveLength(1)
  })

  it('norm 5: says why a second factor cannot be wiped without a mobile number, and who can', async () => {
    const { user, workstation } = await openAccount()
    const bram = workstation.portal.desk.accounts.find((one) => one.name === 'Bram Hofstra')
    if (!bram) throw new Error('Bram is gone.')
    bram.verification = [
      { channel: 'sms', masked: '', possible: false, why: 'missing' },
      { channel: 'email', masked: 'b···@post.example', possible: true, why: null },
    ]
    await user.type(screen.getByRole('textbox', { name: /Zoek op naam/ }), 'hofstra{Enter}')
    await user.click(
      within(await screen.findByRole('listbox', { name: 'Gevonden accounts' })).getByRole('option', { name: /Bram/ }),
    )
    await screen.findByRole('heading', { level: 1, name: 'Bram Hofstra' })
    expect(screen.getByText('e-mail, bekend adres')).toBeTruthy()
    await user.click(screen.getByRole('combobox', { name: 'Controle voor' }))
    await user.click(screen.getByRole('option', { name: 'Tweede factor wissen' }))
    expect(await screen.findByText('kan niet: hier gaat ook een nieuw wachtwoord heen')).toBeTruthy()
    expect(screen.getByText(/Verwijs naar de beheerder van de organisatie\./)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Stuur een code' })).toBeNull()
  })

  it('asks who you are when the portal wants to know, and repeats the act under the same id', async () => {
    const { user, workstation, verify } = await openAccount()
    await user.click(toggle('Vertrouwde apparaten vergeten'))
    await verify()
    await user.type(screen.getByRole('textbox', { name: 'Reden' }), 'Nieuwe laptop')
    workstation.portal.desk.confirmed = false
    await user.click(screen.getByRole('button', { name: 'Vergeet 2 apparaten' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Ben jij het nog?' }))
    await user.type(dialog.getByLabelText('Code uit je authenticator-app'), STAFF_CODE)
    await waitFor(() => expect(workstation.portal.desk.accounts[0]?.devices).toBe(0))
    const acts = actCalls(workstation.calls, 'forget-devices') as unknown as { input: { requestId: string } }[]
    expect(acts).toHaveLength(2)
    expect(new Set(acts.map((call) => call.input.requestId)).size).toBe(1)
  })

  it('says that acts need a connection', async () => {
    const { workstation } = await openAccount()
    workstation.setConnected(false)
    expect((await screen.findAllByText('Dit kan alleen met verbinding.')).length).toBeGreaterThan(0)
    expect(screen.getByRole('button', { name: 'Deblokkeer' })).toHaveProperty('disabled', true)
  })

  it('finds the caller, and says that searching is logged', async () => {
    const { user } = await openAccount()
    await user.type(screen.getByRole('textbox', { name: /Zoek op naam/ }), 'hofstra{Enter}')
    expect(await screen.findByText('zoeken staat in het logboek')).toBeTruthy()
    await user.click(within(screen.getByRole('listbox', { name: 'Gevonden accounts' })).getByRole('option', { name: /Bram/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Bram Hofstra' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Open een zaak' })).toBeTruthy()
  })

  it('closes the case with a note', async () => {
    const { user, workstation } = await openAccount()
    await user.type(screen.getByRole('textbox', { name: 'Notitie' }), 'Weer binnen')
    await user.click(screen.getByRole('button', { name: 'Sluit de zaak' }))
    await screen.findByRole('heading', { level: 1, name: 'Tineke Hofstra' })
    expect(actCalls(workstation.calls, 'close-case')).toMatchObject([{ input: { body: { note: 'Weer binnen' } } }])
  })

  it('says what became of its messages, and tries a failed one again', async () => {
    const { user, workstation } = await openAccount()
    const messages = () => within(screen.getByRole('list', { name: 'Berichten aan dit account' })).getAllByRole('listitem')
    expect(messages()[0]?.textContent).toContain('Het adres bestaat niet of neemt niets aan.')
    expect(messages()[0]?.textContent).toContain('m···@post.example')
    expect(messages()[1]?.textContent).toContain('verstuurd')
    await user.click(screen.getByRole('button', { name: 'Probeer opnieuw' }))
    await waitFor(() => expect(messages()[0]?.textContent).toContain('wacht'))
    expect(workstation.calls.filter((call) => call.channel === 'portal:deliveries.retry')).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Probeer opnieuw' })).toBeNull()
  })
})
