/** Invented rows and texts of the contact picture. */
import { HeartbeatIcon } from '@phosphor-icons/react/Heartbeat'
import { NoteIcon } from '@phosphor-icons/react/Note'
import { PencilSimpleLineIcon } from '@phosphor-icons/react/PencilSimpleLine'
import { UserSwitchIcon } from '@phosphor-icons/react/UserSwitch'
import type { DiffPart } from '../components/diff-parts.ts'
import type { QueueRowProps } from '../components/QueueRow.tsx'

const clock = (main: string, sub: string, fraction: number) => ({ main, sub, fraction, spoken: `${main}, ${sub}` })

export const groups: readonly { label: string; sortedBy?: string; rows: readonly Omit<QueueRowProps, 'ref'>[] }[] = [
  {
    label: 'Antwoord te laat',
    sortedBy: 'eerste antwoord voor',
    rows: [
      {
        clock: clock('12 min', 'te laat', 1),
        name: 'Dhr. S. Ramdin',
        facts: 'Vraag over mijn planning',
        preview: 'Kan de hulp voortaan om half tien …',
        claim: { name: 'Tom Visser', tone: 'f', label: 'in behandeling bij Tom Visser' },
        urgent: true,
      },
    ],
  },
  {
    label: 'Vandaag',
    rows: [
      {
        clock: clock('48 min', '10:00', 0.9),
        name: 'Mevr. A. van Dalen',
        facts: 'Vraag over mijn planning',
        marks: [
          { tone: 'info', icon: PencilSimpleLineIcon, label: 'Net gewijzigd' },
          { tone: 'neutral', icon: NoteIcon, label: 'Notitie' },
        ],
        claim: { name: 'Eline Brouwer', tone: 'b', label: 'bij jou' },
        urgent: true,
        selected: true,
      },
      {
        clock: clock('11:30', '2 u 18', 0.75),
        name: 'Mevr. G. Blokzijl',
        facts: 'Mijn huishoudelijke hulp',
        preview: 'De nieuwe hulp is erg aardig, maar …',
        claim: { name: 'Mila Koster', tone: 'e', label: 'Mila Koster typt', typing: true },
      },
      {
        clock: clock('12:15', '3 u 3', 0.7),
        name: 'Ruud Hofman, zoon',
        facts: 'Bericht aan Lotte de Groot',
        marks: [{ tone: 'neutral', icon: UserSwitchIcon, label: 'Jij valt in tot 30 nov' }],
      },
      {
        clock: clock('13:00', '3 u 48', 0.65),
        name: 'Mevr. T. Essers',
        facts: 'Zorgsignaal · eet minder dan vorige week',
        marks: [{ tone: 'warn', icon: HeartbeatIcon, label: 'Zorgsignaal' }],
      },
      {
        clock: clock('15:45', '6 u 33', 0.45),
        name: 'Dhr. L. Nieuwenhuis',
        facts: 'Vraag over mijn indicatie',
        preview: 'In de brief staat 3 uur, maar …',
      },
    ],
  },
  {
    label: 'Morgen',
    rows: [
      { clock: clock('09:00', 'di 24', 0.3), name: 'Bouwgroep Meerzicht', facts: 'Vraag bij project Kantine West' },
      { clock: clock('11:00', 'di 24', 0.25), name: 'Mevr. B. Adriaanse', facts: 'Een andere vraag' },
    ],
  },
]

export const parts: readonly DiffPart[] = [
  { kind: 'same', text: 'Goedemorgen, kan mijn hulp volgende week op ' },
  { kind: 'removed', text: 'dinsdag' },
  { kind: 'same', text: ' ' },
  { kind: 'added', text: 'donderdag' },
  { kind: 'same', text: ' komen in plaats van maandag? ' },
  { kind: 'added', text: 'Dinsdag moet ik toch naar de oogarts.' },
  { kind: 'same', text: ' Ik wil ' },
  { kind: 'removed', text: 'liefst' },
  { kind: 'same', text: ' ' },
  { kind: 'added', text: 'graag wel' },
  { kind: 'same', text: ' dezelfde hulp houden. Met vriendelijke groet, A. van Dalen' },
]

export const reply =
  'Beste mevrouw Van Dalen,\nFatima Idrissi kan dinsdag 1 december om 09:30 uur bij u komen. De afspraak van maandag vervalt dan. U ziet dit straks ook in uw planning in het portaal.\nPast dit niet? Bel dan gerust naar 06 2345 6789.'
