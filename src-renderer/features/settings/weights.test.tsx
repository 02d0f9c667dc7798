/** The weights of proposals: read by who works with them, changed by a team lead, never over somebody else's change. */
import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { StaffRole } from '../../../shared/domain/staff.ts'
import { holdScreen, renderApp } from '../../testing/render-app.tsx'
import { weightOf } from './WeightsDialog.tsx'

holdScreen()

async function openWeights(role: StaffRole) {
  const app = renderApp({ role })
  await app.user.click(await screen.findByRole('button', { name: 'Instellingen en afmelden' }))
  await app.user.click(await screen.findByRole('menuitem', { name: 'Gewichten van voorstellen' }))
  await screen.findByRole('dialog', { name: 'Gewichten van voorstellen' })
  return app
}
const field = (name: RegExp) => screen.findByRole<HTMLInputElement>('textbox', { name })

describe('the weights of proposals', () => {
  it('are read by a planner', async () => {
    await openWeights('planner')
    const travel = await field(/Andere dag/)
    expect(travel.value).toBe('2,5')
    expect(travel.readOnly).toBe(true)
    expect(screen.queryByRole('button', { name: 'Bewaar de gewichten' })).toBeNull()
  })

  it('are changed by a team lead, on the version they were read at; the rest stays', async () => {
    const { user, workstation } = await openWeights('team-lead')
    const { rescheduling } = workstation.portal
    const norms = rescheduling.settings.settings.norms
    const day = await field(/Andere dag/)
    await user.clear(day)
    await user.click(screen.getByRole('button', { name: 'Bewaar de gewichten' }))
    expect(screen.getByText('Een gewicht is een getal van 0 tot en met 1000.')).toBeTruthy()
    await user.type(day, '4,5')
    await user.click(screen.getByRole('button', { name: 'Bewaar de gewichten' }))
    await waitFor(() => expect(rescheduling.settings.version).toBe(1))
    expect(rescheduling.settings.settings).toMatchObject({ weights: { dayMoved: 4.5, travel: 1 }, norms })
  })

  it('are not written over what a colleague changed meanwhile', async () => {
    const { user, workstation } = await openWeights('team-lead')
    const { rescheduling } = workstation.portal
    await field(/Andere dag/)
    rescheduling.settings = { ...rescheduling.settings, version: 7 }
    await user.click(screen.getByRole('button', { name: 'Bewaar de gewichten' }))
    expect((await screen.findAllByRole('alert')).length).toBeGreaterThan(0)
    expect(rescheduling.settings.version).toBe(7)
  })

  it('take a comma and a point, and no nonsense', () => {
    expect([weightOf('2,5'), weightOf('2.5'), weightOf(' 0 ')]).toEqual([2.5, 2.5, 0])
    expect([weightOf(''), weightOf('-1'), weightOf('1001'), weightOf('veel')]).toEqual([null, null, null, null])
  })
})
