/** Context pane of the absence picture. */
import { BroomIcon } from '@phosphor-icons/react/Broom'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { EyeIcon } from '@phosphor-icons/react/Eye'
import { ProhibitIcon } from '@phosphor-icons/react/Prohibit'
import { SunHorizonIcon } from '@phosphor-icons/react/SunHorizon'
import { UserFocusIcon } from '@phosphor-icons/react/UserFocus'
import { ContextSection } from '../components/ContextSection.tsx'
import { KeyValueList } from '../components/KeyValueList.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { PhoneCard } from '../components/PhoneCard.tsx'

export function AbsenceContext() {
  return (
    <>
      <ContextSection title="Bellen">
        <PhoneCard number="06 2419 0377" preferred>
          <b>Ingrid Verbeek</b>, dochter
        </PhoneCard>
        <PhoneCard number="075 640 1182">Thuis, niet bereikbaar tot 25 nov</PhoneCard>
      </ContextSection>
      <ContextSection title="Indicatie">
        <KeyValueList
          kind="facts"
          items={[
            { id: '1', icon: BroomIcon, text: 'HV 1, 4 uur per week' },
            { id: '2', icon: SunHorizonIcon, text: 'Liefst in de ochtend' },
            { id: '3', icon: UserFocusIcon, text: 'Vaste hulp: Samira Öztürk' },
            { id: '4', icon: ProhibitIcon, text: 'Niet op donderdagmiddag' },
          ]}
        />
      </ContextSection>
      <ContextSection title="Planning na vandaag" divider action={<LinkButton>Maand</LinkButton>}>
        <KeyValueList
          items={[
            { id: '1', term: 'wo 25', text: '11:00 HV 1 Samira', end: 'valt uit', endTone: 'warn' },
            { id: '2', term: 'wo 25', text: '18:30 HV 2 Wout', end: 'valt uit', endTone: 'warn' },
            { id: '3', term: 'ma 30', text: '11:00 HV 1 Samira' },
            { id: '4', term: 'wo 2 dec', text: '11:00 HV 1 Samira' },
          ]}
        />
      </ContextSection>
      <ContextSection title="Eerder afwezig" note="2 keer dit jaar" divider>
        <KeyValueList
          items={[
            { id: '1', term: 'sep', text: 'Opname, 4 dagen' },
            { id: '2', term: 'mei', text: 'Vakantie, 9 dagen' },
          ]}
        />
      </ContextSection>
      <ContextSection title="Ook open" divider>
        <KeyValueList
          items={[
            { id: '1', icon: ChatTextIcon, text: 'Vraag over mijn planning', end: '2 dagen', strong: true },
            { id: '2', icon: EyeIcon, text: 'Ingrid leest mee in het portaal, vandaag 08:40' },
          ]}
        />
      </ContextSection>
    </>
  )
}
