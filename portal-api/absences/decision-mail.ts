/** The mail that tells a client what became of their visits. Plain Dutch at level B1; dates in full, first names as in the portal. */
import type { LocalDate, LocalTime } from '../../shared/domain/local-time.ts'
import { letterText } from '../platform/delivery/letter.ts'

interface Place {
  readonly date: LocalDate
  readonly startTime: LocalTime
}
export type VisitOutcome =
  | { readonly action: 'move'; readonly from: Place; readonly to: Place; readonly caregiver: string }
  | { readonly action: 'cancel' | 'keep'; readonly from: Place }

const longDate = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `maandag 12 april 2021 om 09:00 uur` */
function inWords(place: Place): string {
  return `${longDate.format(new Date(`${place.date}T00:00:00Z`))} om ${place.startTime} uur`
}

function line(outcome: VisitOutcome): string {
  switch (outcome.action) {
    case 'move':
      return `- De afspraak van ${inWords(outcome.from)} is verplaatst naar ${inWords(outcome.to)}. ${outcome.caregiver} komt bij u.`
    case 'cancel':
      return `- De afspraak van ${inWords(outcome.from)} gaat niet door.`
    case 'keep':
      return `- De afspraak van ${inWords(outcome.from)} gaat gewoon door.`
    default: {
      const never: never = outcome
      return never
    }
  }
}

export function decisionMail(
  to: string,
  profile: { readonly name: string; readonly portalUrl: string },
  outcomes: readonly VisitOutcome[],
): { subject: string; body: string } {
  const changed = outcomes.some((one) => one.action !== 'keep')
  const paragraphs = [
    changed
      ? 'Er is afwezigheid gemeld. Wij hebben dit verwerkt. Daardoor is uw planning gewijzigd.'
      : 'Er is afwezigheid gemeld. Wij hebben dit verwerkt. Uw planning is niet gewijzigd.',
    ...(outcomes.length > 0 ? [outcomes.map(line).join('\n')] : []),
    `U ziet uw planning ook in het klantportaal: ${profile.portalUrl}`,
    'Klopt er iets niet? Stel uw vraag dan in het klantportaal of bel ons.',
  ]
  return {
    subject: changed ? 'Uw planning is gewijzigd' : 'Uw afwezigheid is verwerkt',
    body: letterText({ to, from: profile.name, paragraphs }),
  }
}
