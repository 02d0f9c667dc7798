/** Invented rows of the absence picture. */
import { ArrowLineRightIcon } from '@phosphor-icons/react/ArrowLineRight'
import { ClockCountdownIcon } from '@phosphor-icons/react/ClockCountdown'
import { HospitalIcon } from '@phosphor-icons/react/Hospital'
import { LinkSimpleIcon } from '@phosphor-icons/react/LinkSimple'
import { PencilSimpleLineIcon } from '@phosphor-icons/react/PencilSimpleLine'
import type { MarkSpec } from '../components/Mark.tsx'
import type { QueueRowProps } from '../components/QueueRow.tsx'

const late: MarkSpec = { tone: 'warn', icon: ClockCountdownIcon, label: 'Te laat' }
const changed: MarkSpec = { tone: 'info', icon: PencilSimpleLineIcon, label: 'Gewijzigd' }
const hospital: MarkSpec = { tone: 'neutral', icon: HospitalIcon, label: 'Ziekenhuis' }
const openEnd: MarkSpec = { tone: 'neutral', icon: ArrowLineRightIcon, label: 'Einde open' }
const double: MarkSpec = { tone: 'neutral', icon: LinkSimpleIcon, label: 'Dubbel gemeld' }

const clock = (main: string, sub: string, fraction: number) => ({ main, sub, fraction, spoken: `over ${main}, om ${sub}` })
const by = (name: string, tone: 'b' | 'c' | 'd') => ({ name, tone, label: `in behandeling bij ${name}` })

type Row = Omit<QueueRowProps, 'ref'>

export const groups: readonly { label: string; sortedBy?: string; rows: readonly Row[] }[] = [
  {
    label: 'Vandaag',
    sortedBy: 'eerste zorgmoment',
    rows: [
      {
        clock: clock('38 min', '09:50', 0.96),
        name: 'Dhr. P. Overmars',
        facts: 'Eén dag, hele dag · 1 dienst',
        marks: [late, changed],
        claim: by('Ruben Jansen', 'd'),
        urgent: true,
      },
      {
        clock: clock('1 u 48', '11:00', 0.86),
        name: 'Mevr. H. Verbeek-de Wit',
        facts: 'Opname · t/m wo 25 nov · 3 diensten',
        marks: [late, hospital],
        claim: by('Noor Willemsen', 'b'),
        urgent: true,
        selected: true,
      },
      {
        clock: clock('4 u 18', '13:30', 0.72),
        name: 'Mevr. S. Yıldız',
        facts: 'Ander onderkomen · einde onbekend',
        marks: [late, openEnd],
      },
    ],
  },
  {
    label: 'Morgen, dinsdag 24 november',
    rows: [
      {
        clock: clock('08:15', '23 u 3', 0.5),
        name: 'Dhr. en mevr. Kooistra',
        facts: 'Vakantie · t/m za 5 dec · 4 diensten',
        marks: [double],
        claim: by('Sanne Bakker', 'c'),
      },
      {
        clock: clock('10:00', '24 u 48', 0.48),
        name: 'Mevr. J. Tromp',
        facts: 'Opname · einde onbekend · 6 diensten',
        marks: [hospital, openEnd],
      },
      { clock: clock('15:30', '30 u', 0.42), name: 'Dhr. F. Baidoo', facts: 'Eén dag, 13:00 tot 17:00 · 1 dienst' },
    ],
  },
  {
    label: 'Later deze week',
    rows: [
      {
        clock: clock('do 26', '09:00', 0.22),
        name: 'Mevr. C. de Rooij',
        facts: 'Gezondheidsrisico · 2 diensten',
        marks: [changed],
      },
      { clock: clock('do 26', '14:00', 0.2), name: 'Dhr. W. Lammers', facts: 'Vakantie · t/m do 3 dec · 2 diensten' },
      { clock: clock('vr 27', '08:30', 0.12), name: 'Mevr. N. Achterberg', facts: 'Vakantie · t/m ma 30 nov · 1 dienst' },
    ],
  },
]
