/** Mails about visits that staff changed: to a client who cannot see them in the portal, and the service confirmation to contacts. */
import { letterText } from '../platform/delivery/letter.ts'
import { oneLine } from '../platform/delivery/plain-text.ts'
import { type Place, placeInWords, whoComes } from './visit-words.ts'

/** A visit before and after; `to` is null when it does not take place. */
export interface VisitChanged {
  readonly from: Place
  readonly to: (Place & { readonly caregivers: readonly string[] }) | null
}

interface Sender {
  readonly name: string
}

/** `dienst` to an organisation, `afspraak` to a client: each reads the word of their own portal. */
function line(noun: 'afspraak' | 'dienst', { from, to }: VisitChanged): string {
  const at = `De ${noun} van ${placeInWords(from)}`
  if (to === null) return `${at} gaat niet door.`
  const isMoved = from.date !== to.date || from.startTime !== to.startTime
  const what = isMoved ? `${at} is verplaatst naar ${placeInWords(to)}.` : `${at} gaat door.`
  return `${what} ${whoComes(to.caregivers) ?? 'Wie er komt, hoort u nog.'}`
}

const list = (lines: readonly string[]) => lines.map((one) => `- ${one}`).join('\n')

/** To a client, or who represents them, where the portal shows no visits of ours. */
export function visitMail(to: string, from: Sender, changed: readonly VisitChanged[]): { subject: string; body: string } {
  const paragraphs = [
    'Uw planning is gewijzigd.',
    list(changed.map((one) => line('afspraak', one))),
    'Komt dit niet uit, of klopt er iets niet? Neem dan contact met ons op.',
  ]
  return { subject: 'Uw planning is gewijzigd', body: letterText({ to, from: from.name, paragraphs }) }
}

/** What changed at one project, or with one client, for somebody who asked for service confirmations. */
export interface Confirmed {
  /** Project or client. */
  readonly name: string
  readonly changed: readonly VisitChanged[]
}

/** The service confirmation: one mail with everything that changed for its reader. */
export function confirmationMail(
  to: string,
  from: Sender & { readonly portalUrl: string },
  confirmed: readonly Confirmed[],
): { subject: string; body: string } {
  const paragraphs = [
    'De planning is gewijzigd. Hieronder leest u wat er anders is.',
    ...confirmed.map(({ name, changed }) => `${oneLine(name)}\n${list(changed.map((one) => line('dienst', one)))}`),
    `U krijgt deze mail omdat bij u “E-mail diensten” aan staat. U kunt dit wijzigen in het portaal: ${from.portalUrl}`,
  ]
  return { subject: 'Dienstbevestiging: de planning is gewijzigd', body: letterText({ to, from: from.name, paragraphs }) }
}
