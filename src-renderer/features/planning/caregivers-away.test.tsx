/** A caregiver is ill: reported, the visits chosen, places found, the plan looked through and carried out; with the keyboard too. */
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { idOf } from '../../testing/memory/people.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'

holdScreen()

const SAMIRA = `#/planning/${idOf(8, 1)}`
const BATCH = idOf(9, 1)

async function openAbsence(role: StaffRole = 'planner') {
  const app = renderApp({ role, place: SAMIRA })
  await screen.findByRole('heading', { level: 1, name: 'Samira Öztürk' })
  const { away } = app.workstation.portal
  const calls = (channel: string) =>
    app.workstation.calls.flatMap((call) => (call.channel === channel ? [call.input as Record<string, unknown>] : []))
  return { ...app, away, calls }
}

async function planned() {
  const app = await openAbsence()
  await screen.findByRole('table', { name: 'Diensten die een andere plek nodig hebben' })
  await app.user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('progressbar')
  for (let step = 0; step < 4; step += 1) app.away.advance(BATCH)
  await screen.findByRole('table', { name: 'Het plan, dienst voor dienst' })
  return app
}
const row = (name: RegExp) => screen.getByRole('row', { name })
const reason = () => screen.findByRole('textbox', { name: /^Waarom mag dit toch/ })
const accept = () => screen.getByRole('button', { name: /^Voer uit voor/ })

describe('who sees it', () => {
  it('a planner and a team lead, from the rail', async () => {
    const { user } = renderApp({ role: 'team-lead' })
    await user.click(await screen.findByRole('link', { name: /^Uitval/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Uitval' })).toBeTruthy()
    expect(await screen.findByRole('option', { name: /Samira Öztürk/ })).toBeTruthy()
  })

  it('nobody else: no way to it, and its address is no page', async () => {
    renderApp({ role: 'care-manager', place: SAMIRA })
    expect(await screen.findByText('Deze pagina is er niet')).toBeTruthy()
    expect(screen.queryByRole('link', { name: /^Uitval/ })).toBeNull()
  })
})

describe('reporting', () => {
  it('asks who and until when, refuses an end before the start, and leads to the visits', async () => {
    const { user, workstation } = renderApp({ role: 'planner', place: '#/planning' })
    await screen.findByRole('option', { name: /Samira Öztürk/ })
    await user.keyboard('n')
    const search = await screen.findByRole('textbox', { name: 'Zoek een medewerker op naam' })
    expect(document.activeElement).toBe(search)
    await user.type(search, 'daan')
    await user.click(await screen.findByRole('option', { name: /Daan Roelofs.*volgende dienst/ }))
    const to = await screen.findByLabelText('Tot en met')
    await user.clear(to)
    await user.type(to, '2026-11-20')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Deze dag ligt voor de eerste dag.')).toBeTruthy()
    expect(document.activeElement).toBe(to)
    await user.clear(to)
    await user.type(to, '2026-11-25')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Daan Roelofs' })
    const sent = workstation.calls.find((call) => call.channel === 'portal:rescheduling.report-absent')
    expect(sent?.input).toMatchObject({ body: { kind: 'ill', from: '2026-11-23', to: '2026-11-25', note: '' } })
  })
})

describe('the visits', () => {
  it('are all chosen, and one that is not goes not along', async () => {
    const { user, calls } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.click(screen.getByRole('checkbox', { name: /^Kies Dhr. P. Overmars/ }))
    await user.click(screen.getByRole('button', { name: /^Zoek plekken voor 4 diensten/ }))
    await screen.findByRole('progressbar')
    const [sent] = calls('portal:rescheduling.start-batch')
    expect(sent).toMatchObject({ body: { reason: 'other', absenceId: idOf(8, 1), seconds: 10 } })
    expect(JSON.stringify(sent)).not.toContain(idOf(3, 701))
  })

  it('wait while there is no connection', async () => {
    const { workstation } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    workstation.setConnected(false)
    expect(await screen.findByText('Dit kan alleen met verbinding.')).toBeTruthy()
    expect((screen.getByRole('button', { name: /^Zoek plekken/ }) as HTMLButtonElement).disabled).toBe(true)
  })

  it('of an absence that is over need no place', async () => {
    const { user } = await openAbsence()
    await user.click(await screen.findByRole('button', { name: 'Is er weer' }))
    await waitFor(() => expect(screen.queryByRole('option', { name: /Samira Öztürk/ })).toBeNull())
  })
})

describe('the search', () => {
  it('says its phase and how good the best plan is, as the portal announces it', async () => {
    const { user, away } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('progressbar', { name: 'Tijd die voorbij is' })
    expect(screen.getByText('Er is nog geen plan.')).toBeTruthy()
    away.advance(BATCH)
    away.advance(BATCH)
    expect(await screen.findByText(/Beste plan tot nu toe/)).toBeTruthy()
    away.advance(BATCH)
    expect((await screen.findByText(/Beter dan/)).textContent).toContain('Beter dan 41 min kan het niet.')
    expect(document.querySelector('[aria-current="step"]')?.textContent).toContain('Bewijzen hoe goed het is')
  })

  it('goes on when one looks elsewhere, and its plan is there on return', async () => {
    const { user, away } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('progressbar')
    await user.click(screen.getByRole('link', { name: /^Contactverzoeken/ }))
    await screen.findByRole('heading', { level: 1, name: 'Contactverzoeken' })
    for (let step = 0; step < 4; step += 1) away.advance(BATCH)
    await user.click(screen.getByRole('link', { name: /^Uitval/ }))
    await user.click(await screen.findByRole('option', { name: /Samira Öztürk.*Plan klaar/ }))
    expect(await screen.findByRole('table', { name: 'Het plan, dienst voor dienst' })).toBeTruthy()
  })

  it('ends with the best plan so far, which says that it was cut short and is not proven', async () => {
    const { user, away } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('progressbar')
    away.advance(BATCH)
    away.advance(BATCH)
    await screen.findByText(/Beste plan tot nu toe/)
    await user.click(screen.getByRole('button', { name: 'Stop met dit plan' }))
    expect(await screen.findByText('Afgebroken: misschien kan het beter')).toBeTruthy()
    expect(screen.getByText('Score 48, ten minste 39')).toBeTruthy()
    expect(screen.queryByText('Bewezen optimaal')).toBeNull()
  })

  it('is called off, and says that nothing has changed', async () => {
    const { user } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('progressbar')
    await user.click(screen.getByRole('button', { name: 'Breek af' }))
    expect(await screen.findByText('Het zoeken is afgebroken. Er is niets gewijzigd.')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Zoek plekken voor 5 diensten/ })).toBeTruthy()
  })

  it('that failed says why, and another one can begin', async () => {
    const { user, away } = await openAbsence()
    await screen.findByText('5 van 5 gekozen')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('progressbar')
    away.failed(BATCH, 'interrupted')
    expect(await screen.findByText(/omdat de server stopte/)).toBeTruthy()
  })
})

describe('the plan', () => {
  it('says what goes where, what it costs in parts that add up, and what has no place and why', async () => {
    await planned()
    expect(screen.getByText('Bewezen optimaal')).toBeTruthy()
    expect(row(/Overmars/).textContent).toContain('di 24 nov 10:30Fatima Idrissi9 reistijd + 3 andere dag + 10 cliënt gestoord')
    expect(row(/Verbeek/).textContent).toContain('zelfde moment')
    expect(screen.getByText(/^48 min: /).textContent?.trim()).toBe(
      '48 min: 12 nieuwe hulp + 19 reistijd + 3 andere dag + 10 cliënt gestoord + 4 niet de vaste hulp',
    )
    expect(screen.getByText(/De meeste plekken vielen af door: werkt dan niet \(61×\), niet bevoegd \(28×\)/)).toBeTruthy()
  })

  it('is not carried out before a warning has its reason, and then as one act', async () => {
    const { user, calls } = await planned()
    expect((accept() as HTMLButtonElement).disabled).toBe(true)
    await user.type(await reason(), 'In overleg met Wout')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByRole('heading', { level: 2, name: 'Uitgevoerd' })).toBeTruthy()
    expect(calls('portal:rescheduling.accept-batch')).toMatchObject([
      { body: { leaveOut: [], overrides: [{ visitId: idOf(3, 702), reason: 'In overleg met Wout' }] } },
    ])
    expect(screen.getByText('Bel deze cliënten: er is geen adres bekend')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Samira Öztürk' }))
  })

  it('is carried out without a visit that is left out, whose reason is asked no more', async () => {
    const { user, calls } = await planned()
    await user.click(screen.getByRole('checkbox', { name: /^Plaats Mevr. S. Yıldız/ }))
    expect(screen.getByText(/^42 min: /)).toBeTruthy()
    await user.click(accept())
    expect(await screen.findByRole('heading', { level: 2, name: 'Uitgevoerd' })).toBeTruthy()
    expect(calls('portal:rescheduling.accept-batch')).toMatchObject([{ body: { leaveOut: [idOf(3, 702)], overrides: [] } }])
    expect(screen.getByText('Weggelaten: blijft bij Samira Öztürk')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Zoek plekken voor nog 2 diensten' })).toBeTruthy()
  })

  it('that was overtaken says at its row what moved, and is computed again', async () => {
    const { user, away, calls } = await planned()
    await user.type(await reason(), 'kan')
    away.obstacle = 'planning-moved-on'
    await user.click(accept())
    const alert = await within(row(/Verbeek/)).findByRole('alert')
    expect(alert.textContent).toContain('De planning is veranderd sinds het voorstel: Daan Roelofs heeft dan al een dienst')
    expect(alert.textContent).toContain('Dhr. B. Terpstra: nieuw, ma 23 nov 11:30')
    expect(within(row(/Overmars/)).queryByRole('alert')).toBeNull()
    away.obstacle = null
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('b')
    await screen.findByRole('progressbar')
    expect(calls('portal:rescheduling.start-batch')).toHaveLength(2)
  })

  it('that breaks a rule says so at its row, and without it the rest can be carried out', async () => {
    const { user, away } = await planned()
    await user.type(await reason(), 'kan')
    away.obstacle = 'rule-broken'
    await user.click(accept())
    expect((await within(row(/Verbeek/)).findByRole('alert')).textContent).toContain('Dit kan niet')
    away.obstacle = null
    await user.click(screen.getByRole('checkbox', { name: /^Plaats Mevr. H. Verbeek/ }))
    await user.click(accept())
    expect(await screen.findByRole('heading', { level: 2, name: 'Uitgevoerd' })).toBeTruthy()
  })

  it('keeps what was chosen while one looks elsewhere', async () => {
    const { user } = await planned()
    await user.click(screen.getByRole('checkbox', { name: /^Plaats Dhr. P. Overmars/ }))
    await user.click(screen.getByRole('link', { name: /^Contactverzoeken/ }))
    await screen.findByRole('heading', { level: 1, name: 'Contactverzoeken' })
    await user.click(screen.getByRole('link', { name: /^Uitval/ }))
    await user.click(await screen.findByRole('option', { name: /Samira/ }))
    const box = await screen.findByRole('checkbox', { name: /^Plaats Dhr. P. Overmars/ })
    expect((box as HTMLInputElement).checked).toBe(false)
  })

  it('lets a visit without a place lapse after one question, and says that it did', async () => {
    const { user, calls } = await planned()
    await user.click(screen.getByRole('button', { name: /^Laat Mevr. C. de Rooij.* vervallen/ }))
    await user.click(await screen.findByRole('button', { name: 'Ja, laat vervallen' }))
    expect(await screen.findByText('Vervallen.')).toBeTruthy()
    expect(calls('portal:planning.change-visits')).toMatchObject([{ body: { changes: [{ action: 'cancel' }] } }])
  })

  it('puts a visit without a place where the planner chooses', async () => {
    const { user, calls } = await planned()
    await user.click(screen.getByRole('button', { name: /^Kies zelf een plek voor Mevr. C. de Rooij/ }))
    await user.click(await screen.findByRole('combobox', { name: 'Medewerker' }))
    await user.click(await screen.findByRole('option', { name: /Wout Dijkema/ }))
    await user.click(screen.getByRole('button', { name: 'Kies deze plek' }))
    expect(await screen.findByText(/^Geplaatst: wo 25 nov 18:30, Wout Dijkema\.$/)).toBeTruthy()
    expect(calls('portal:planning.change-visits')).toMatchObject([
      { body: { changes: [{ action: 'move', visitId: idOf(3, 704) }] } },
    ])
  })
})
