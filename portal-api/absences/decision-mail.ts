/** The mail that tells a client what became of their visits. Plain Dutch at level B1; dates in full, first names as in the portal. */
import { type Place, placeInWords, whoComes } from '../planning/visit-words.ts'
import { letterText } from '../platform/delivery/letter.ts'

export type VisitOutcome =
  | { readonly action: 'move'; readonly from: Place; readonly to: Place; readonly caregivers: readonly string[] }
  | { readonly action: 'cancel' | 'keep'; readonly from: Place }

function line(outcome: VisitOutcome): string {
  switch (outcome.action) {
    case 'move':
      return `- De afspraak van ${placeInWords(outcome.from)} is verplaatst naar ${placeInWords(outcome.to)}. ${whoComes(outcome.caregivers, ' bij u')}`
    case 'cancel':
      return `- De afspraak van ${placeInWords(outcome.from)} gaat niet door.`
    case 'keep':
      return `- De afspraak van ${placeInWords(outcome.from)} gaat gewoon door.`
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
