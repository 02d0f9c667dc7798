/** The picture `absence-desk`: a notice open, three visits to decide. */
import Button from '@mui/material/Button'
import { ClockCountdownIcon } from '@phosphor-icons/react/ClockCountdown'
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import { HospitalIcon } from '@phosphor-icons/react/Hospital'
import { PhoneOutgoingIcon } from '@phosphor-icons/react/PhoneOutgoing'
import { SidebarSimpleIcon } from '@phosphor-icons/react/SidebarSimple'
import { SortAscendingIcon } from '@phosphor-icons/react/SortAscending'
import { useState } from 'react'
import { CaseHeader, Hot } from '../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../components/CasePane.tsx'
import { ClaimState } from '../components/ClaimState.tsx'
import { ConsequenceList } from '../components/ConsequenceList.tsx'
import { DecisionCard } from '../components/DecisionCard.tsx'
import { FilterChip } from '../components/FilterChip.tsx'
import { IconAction } from '../components/IconAction.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { ListHeader } from '../components/ListHeader.tsx'
import { useShellLayout } from '../components/layout.ts'
import { MenuButton } from '../components/MenuButton.tsx'
import { ProposalRow } from '../components/ProposalRow.tsx'
import { SectionHeading } from '../components/SectionHeading.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { ListPane, Sheet } from '../components/Sheet.tsx'
import { AbsenceContext } from './AbsenceContext.tsx'
import { groups } from './absence-data.ts'
import { Frame, nothing } from './Frame.tsx'
import { Rows } from './Rows.tsx'

const subs = [
  { label: 'Te laat gemeld', count: '4', hot: true },
  { label: 'Ziekenhuis', count: '3' },
  { label: 'Gewijzigd door cliënt', count: '2' },
  { label: 'Einde onbekend', count: '5' },
]

const hint = 'Lager is beter. De minuten tellen reistijd en wat voor de cliënt verandert.'
const proposals = [
  {
    moment: 'do 26 nov 09:15',
    caregiver: 'Samira Öztürk',
    score: '14 min',
    sum: '6 reistijd + 8 drie dagen later',
    parts: [
      { minutes: 6, shade: 1 },
      { minutes: 8, shade: 2 },
    ],
  },
  {
    moment: 'do 26 nov 09:00',
    caregiver: 'Daan Roelofs',
    score: '21 min',
    sum: '9 reistijd + 12 nieuwe hulp',
    parts: [
      { minutes: 9, shade: 1 },
      { minutes: 12, shade: 3 },
    ],
  },
  {
    moment: 'za 28 nov 10:00',
    caregiver: 'Samira Öztürk',
    score: '24 min',
    sum: '4 reistijd + 11 later + 9 buiten contract',
    parts: [
      { minutes: 4, shade: 1 },
      { minutes: 11, shade: 2 },
      { minutes: 9, shade: 3 },
    ],
  },
] as const

const list = (
  <ListPane
    label="Werkvoorraad afwezigheid"
    header={
      <ListHeader
        title="Afwezigheid"
        count="23 open"
        actions={
          <>
            <IconAction icon={FunnelSimpleIcon} label="Filteren" onClick={nothing} />
            <IconAction icon={SortAscendingIcon} label="Sorteren" onClick={nothing} />
          </>
        }
        filters={
          <>
            <FilterChip label="Team Noord" on onRemove={nothing} ariaLabel="Team Noord, filter weghalen" />
            <MenuButton
              label="Alle soorten"
              look="chip"
              choices={[{ value: 'hospital', label: 'Ziekenhuis' }]}
              onPick={nothing}
            />
          </>
        }
      />
    }
  >
    <Rows groups={groups} />
  </ListPane>
)

function Decisions() {
  const [choice, setChoice] = useState<'move' | 'cancel' | 'keep'>('move')
  return (
    <>
      <SectionHeading
        title="Geraakte diensten"
        note="1 van 3 gekozen"
        actions={
          <Button size="small">
            Alles accepteren <Kbd keys={['A']} />
          </Button>
        }
      />
      <DecisionCard
        open
        state="current"
        stateLabel="nu aan de beurt"
        moment="ma 23 nov 11:00–13:00"
        detail="HV 1 · Samira Öztürk"
        control={
          <Segmented
            label="Besluit"
            value={choice}
            onChange={setChoice}
            options={[
              { value: 'move', label: 'Verplaatsen', keys: ['V'] },
              { value: 'cancel', label: 'Vervalt', keys: ['X'] },
              { value: 'keep', label: 'Blijft staan', keys: ['S'] },
            ]}
          />
        }
        foot={
          <>
            <span>
              Nog 7 voorstellen <Kbd keys={['M']} />
            </span>
            <span>·</span>
            <span>Waarom niet Fatima Idrissi? Ze rijdt donderdag al tot 12:30 in Wormer.</span>
          </>
        }
      >
        {proposals.map((proposal, index) => (
          <ProposalRow
            key={proposal.moment}
            {...proposal}
            pickKey={String(index + 1)}
            scoreWord="score"
            scoreHint={hint}
            best={index === 0}
            actionLabel={index === 0 ? 'Accepteer' : 'Kies'}
            actionKeys={index === 0 ? ['↵'] : undefined}
            actionAriaLabel={`Kies ${proposal.moment}, ${proposal.caregiver}`}
            onPick={nothing}
          />
        ))}
      </DecisionCard>
      <DecisionCard
        state="decided"
        stateLabel="gekozen"
        moment="wo 25 nov 11:00"
        becomes="vr 27 nov 09:00"
        becomesLabel="wordt"
        detail="HV 1 · Samira Öztürk · 11 min"
        control={
          <Button size="small" variant="text">
            Wijzig
          </Button>
        }
      />
      <DecisionCard
        state="undecided"
        stateLabel="nog te kiezen"
        moment="wo 25 nov 18:30"
        becomes="Vervalt"
        becomesLabel="wordt"
        detail="HV 2 · Wout Dijkema · cliënt eet in het ziekenhuis"
        control={<Button size="small">Accepteer</Button>}
      />
    </>
  )
}

const consequences = [
  {
    term: 'Diensten',
    text: (
      <>
        <b>2 verplaatst, 1 vervalt.</b> Past in de indicatie van 4 uur per week.
      </>
    ),
  },
  {
    term: 'Medewerkers',
    text: (
      <>
        <b>Samira Öztürk 31,5 van 32 uur,</b> Wout Dijkema 26 van 28 uur.
      </>
    ),
  },
  {
    term: 'Regels',
    tone: 'ok',
    text: (
      <>
        <b>Geen dubbele inzet.</b> Iedereen houdt 11 uur rust.
      </>
    ),
  },
  {
    term: 'Berichten',
    text: (
      <>
        <b>3 berichten:</b> cliënt, dochter en Wout Dijkema.
      </>
    ),
  },
] as const

function Header({ onContext }: { onContext: () => void }) {
  const { contextDrawer } = useShellLayout()
  return (
    <CaseHeader
      meta={['AM-20418', 'cliënt 104 882', 'gemeld vandaag 08:41 door dochter']}
      claim={
        <>
          <ClaimState person={{ name: 'Noor Willemsen', tone: 'b' }} text="Bij jou" />
          {contextDrawer && <IconAction icon={SidebarSimpleIcon} label="Cliënt" keys={['I']} onClick={onContext} />}
          <IconAction icon={DotsThreeIcon} label="Meer" onClick={nothing} edge="end" />
        </>
      }
      title="Mevr. H. Verbeek-de Wit"
      sentence={
        <>
          In het ziekenhuis van <b>vandaag 10:00</b> tot en met <b>wo 25 nov</b>. Dat raakt <b>3 diensten</b>; de eerste begint
          over <Hot>1 uur 48</Hot>.
        </>
      }
      marks={[
        { tone: 'warn', icon: ClockCountdownIcon, label: 'Te laat gemeld: 0 van 3 werkdagen' },
        { tone: 'neutral', icon: HospitalIcon, label: 'Ziekenhuis' },
        { tone: 'neutral', icon: PhoneOutgoingIcon, label: 'Dochter gebeld 08:58, akkoord' },
      ]}
    />
  )
}

const foot = (
  <CaseFooter
    start={
      <Button variant="text" startIcon={<PhoneOutgoingIcon />} sx={{ ml: '-12px' }}>
        Belpoging noteren <Kbd keys={['B']} />
      </Button>
    }
  >
    <Button>Vrijgeven</Button>
    <Button variant="contained">
      Rest accepteren en verwerken <Kbd keys={['Ctrl', '↵']} />
    </Button>
  </CaseFooter>
)

export function AbsenceDesk() {
  const [contextOpen, setContextOpen] = useState(false)
  return (
    <Frame current="absences" subs={subs} user={{ name: 'Noor Willemsen', role: 'Planner, team Noord' }}>
      <Sheet list={list} pane="case">
        <CasePane
          label="Zaak"
          contextLabel="Cliënt"
          context={<AbsenceContext />}
          contextOpen={contextOpen}
          onContextClose={() => setContextOpen(false)}
        >
          <CaseMain header={<Header onContext={() => setContextOpen(true)} />} foot={foot} bodyTop={12}>
            <Decisions />
            <SectionHeading title="Gevolgen" note="als je alles accepteert · er is nog niets opgeslagen" top={12} bottom={6} />
            <ConsequenceList items={consequences} />
          </CaseMain>
        </CasePane>
      </Sheet>
    </Frame>
  )
}
