import { expect, it } from 'vitest'
import { decisionMail } from './decision-mail.ts'

const profile = { name: 'Cordaan Thuisdiensten', portalUrl: 'https://portaal.cordaan.example' }
const from = { date: '2021-04-14', startTime: '09:00' }

it('lists what became of each visit, in words', () => {
  const mail = decisionMail('Mevr. C. Test', profile, [
    { action: 'move', from, to: { date: '2021-04-19', startTime: '10:30' }, caregivers: ['Danny'] },
    { action: 'cancel', from: { date: '2021-04-15', startTime: '09:00' } },
    { action: 'keep', from: { date: '2021-04-16', startTime: '09:00' } },
  ])
  expect(mail.subject).toBe('Uw planning is gewijzigd')
  expect(mail.body).toBe(`Geachte Mevr. C. Test,

Er is afwezigheid gemeld. Wij hebben dit verwerkt. Daardoor is uw planning gewijzigd.

- De afspraak van woensdag 14 april 2021 om 09:00 uur is verplaatst naar maandag 19 april 2021 om 10:30 uur. Danny komt bij u.
- De afspraak van donderdag 15 april 2021 om 09:00 uur gaat niet door.
- De afspraak van vrijdag 16 april 2021 om 09:00 uur gaat gewoon door.

U ziet uw planning ook in het klantportaal: https://portaal.cordaan.example

Klopt er iets niet? Stel uw vraag dan in het klantportaal of bel ons.

Met vriendelijke groet,
Cordaan Thuisdiensten`)
})

it('says so when nothing changed', () => {
  expect(decisionMail('Mevr. C. Test', profile, [{ action: 'keep', from }]).subject).toBe('Uw afwezigheid is verwerkt')
  const nothing = decisionMail('Mevr. C. Test', profile, [])
  expect(nothing.subject).toBe('Uw afwezigheid is verwerkt')
  expect(nothing.body).not.toContain('- ')
})
