/** The picture `access-desk`: why the text message does not arrive, and the caller to verify. */
import Button from '@mui/material/Button'
import { DeviceMobileSlashIcon } from '@phosphor-icons/react/DeviceMobileSlash'
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree'
import { LockKeyOpenIcon } from '@phosphor-icons/react/LockKeyOpen'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { StethoscopeIcon } from '@phosphor-icons/react/Stethoscope'
import { UsersIcon } from '@phosphor-icons/react/Users'
import { useState } from 'react'
import { font } from '../app/theme/tokens.ts'
import { CaseHeader, Hot } from '../components/CaseHeader.tsx'
import { CaseMain, CasePane } from '../components/CasePane.tsx'
import { ClaimState } from '../components/ClaimState.tsx'
import { DoctorCard, SayToCaller } from '../components/DoctorCard.tsx'
import { DoctorLine } from '../components/DoctorLine.tsx'
import { IconAction } from '../components/IconAction.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { GroupLabel, ListHeader } from '../components/ListHeader.tsx'
import { PersonRow } from '../components/PersonRow.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { SectionHeading } from '../components/SectionHeading.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { ListPane, Sheet } from '../components/Sheet.tsx'
import { Timeline } from '../components/Timeline.tsx'
import { AccessContext } from './AccessContext.tsx'
import { Frame, nothing } from './Frame.tsx'

const subs = [
  { label: 'Kan niet inloggen', count: '5' },
  { label: 'Wacht op akkoord', count: '1', hot: true },
  { label: 'Uitnodiging open', count: '3' },
]

function AccountList() {
  const [search, setSearch] = useState('hofstra')
  return (
    <ListPane
      label="Accounts zoeken"
      header={
        <ListHeader
          title="Accounts"
          count="9 zaken"
          filters={<SearchField label="Zoek een gebruiker" value={search} onChange={setSearch} clearLabel="Zoekveld leegmaken" />}
        />
      }
    >
      <GroupLabel label="3 gevonden" sortedBy="zoeken staat in het logboek" />
      <PersonRow
        selected
        divider={false}
        person={{ name: 'Tineke Hofstra', tone: 'c' }}
        name={
          <>
            Tineke <mark>Hofstra</mark>
          </>
        }
        facts="t.hofstra · cliënt 118 204"
        marks={[{ tone: 'hot', icon: DeviceMobileSlashIcon, label: 'Geen sms' }]}
      />
      <PersonRow
        person={{ name: 'Bram Hofstra', tone: 'a' }}
        name={
          <>
            Bram <mark>Hofstra</mark>
          </>
        }
        facts="contactpersoon van T. Hofstra"
      />
      <PersonRow
        person={{ name: 'G. Hofstraat', tone: 'd' }}
        name={
          <>
            G. <mark>Hofstra</mark>at
          </>
        }
        facts="g.hofstraat · cliënt 102 771"
      />
      <div style={{ height: 8 }} />
      <GroupLabel label="Werkvoorraad" sortedBy="oudste eerst" />
      <PersonRow
        divider={false}
        person={{ name: 'M. Aydin', tone: 'e' }}
        facts="5 foute wachtwoorden, 08:52"
        marks={[{ tone: 'hot', icon: LockSimpleIcon, label: 'Geblokkeerd' }]}
      />
      <PersonRow
        person={{ name: 'Wim Verhage', tone: 'b' }}
        facts="Authenticator kwijt"
        marks={[{ tone: 'warn', icon: UsersIcon, label: 'Wacht op akkoord' }]}
      />
      <PersonRow
        person={{ name: 'Loes Kamminga', tone: 'f' }}
        facts="Ziet alleen een foto"
        marks={[{ tone: 'neutral', icon: LockKeyOpenIcon, label: 'Geen rechten' }]}
      />
      <PersonRow person={{ name: 'P. Dikkers', tone: 'a' }} facts="Link verlopen na 10 minuten" />
      <PersonRow person={{ name: 'Joke Otten', tone: 'c' }} facts="Uitnodiging niet aangenomen, 6 dagen" />
    </ListPane>
  )
}

const doctor = (
  <DoctorCard
    label="Waarom komt de sms niet aan?"
    say={
      <SayToCaller label="Zeg tegen de beller">
        Uw telefoon is niet bereikbaar voor sms. Zet uw telefoon 30 seconden uit en daarna weer aan. Ik stuur u dan een test.
      </SayToCaller>
    }
    repair={
      <Button variant="contained">
        Stuur test-sms <Kbd keys={['T']} />
      </Button>
    }
    repairNote="Geen inlogcode, dus kan zonder controle van de beller."
  >
    <DoctorLine
      state="cause"
      stateLabel="oorzaak"
      question="Aangekomen?"
      finding={
        <>
          Nee, 3 van 3 niet: <b>telefoon niet bereikbaar</b>
        </>
      }
      evidence="09:02 tot 09:11"
    />
    <DoctorLine
      state="passed"
      stateLabel="in orde"
      question="Nummer"
      finding="Mobiel, goed geschreven, 00316 ···· 4412"
      evidence="sinds 2 mei 2024"
    />
    <DoctorLine
      state="passed"
      stateLabel="in orde"
      question="Eerder gelukt"
      finding="Laatste code kwam aan op dit nummer"
      evidence="14 nov, 19:38"
    />
    <DoctorLine
      state="passed"
      stateLabel="in orde"
      question="Blokkade"
      finding="Account is niet geblokkeerd, 1 foute poging"
      evidence="van 5"
    />
    <DoctorLine
      state="warning"
      stateLabel="let op"
      question="Wachttijd"
      finding="Nieuwe code kan weer over 4 minuten"
      evidence="om 09:16"
    />
    <DoctorLine
      state="not-applicable"
      stateLabel="niet van toepassing"
      question="Apparaat"
      finding="Nieuw, daarom een code: Windows"
      evidence="vandaag, 09:01"
    />
  </DoctorCard>
)

const refused = { tone: 'hot', title: 'Code geweigerd', detail: 'telefoon niet bereikbaar', by: 'systeem' } as const
const timeline = [
  { id: '1', time: '09:11', ...refused },
  { id: '2', time: '09:04', ...refused },
  { id: '3', time: '09:02', ...refused },
  { id: '4', time: '09:01', title: 'Wachtwoord goed', detail: 'op een nieuw apparaat, Zaandam', by: 'gebruiker' },
  { id: '5', time: '09:00', tone: 'warn', title: 'Wachtwoord fout', detail: '1 van 5', by: 'gebruiker' },
  { id: '6', time: '14 nov', title: 'Ingelogd', detail: 'op vertrouwd apparaat, Safari op iPad', by: 'gebruiker' },
  { id: '7', time: '3 nov', title: 'Recht Afspraken gegeven', detail: 'aan Bram Hofstra', by: 'T. Hofstra' },
] as const

const header = (
  <CaseHeader
    meta={[
      'Cliënt 118 204',
      <>
        gebruikersnaam <span style={{ fontFamily: font.mono, fontSize: '.98em' }}>t.hofstra</span>
      </>,
      'sinds mrt 2023',
    ]}
    claim={
      <>
        <ClaimState person={{ name: 'Jesse Aalbers', tone: 'b' }} text="Bij jou" />
        <IconAction icon={DotsThreeIcon} label="Meer" onClick={nothing} edge="end" />
      </>
    }
    title="Tineke Hofstra"
    sentence={
      <>
        Kan niet inloggen: <Hot>3 sms-codes verstuurd, geen een aangekomen</Hot> sinds 09:02. Het wachtwoord was goed.
      </>
    }
  />
)

export function AccessDesk() {
  const [kind, setKind] = useState<'all' | 'sign-in' | 'changes'>('all')
  return (
    <Frame current="accounts" subs={subs} user={{ name: 'Jesse Aalbers', role: 'Helpdesk' }}>
      <Sheet list={<AccountList />} pane="case">
        <CasePane label="Account" contextLabel="Controle en handelingen" contextKind="wide" context={<AccessContext />}>
          <CaseMain header={header} bodyTop={14}>
            <SectionHeading
              icon={StethoscopeIcon}
              title="Waarom komt de sms niet aan?"
              note="6 controles, 1 oorzaak"
              actions={
                <Button size="small" variant="text">
                  Opnieuw <Kbd keys={['R']} />
                </Button>
              }
            />
            {doctor}
            <SectionHeading
              title="Tijdlijn"
              top={16}
              actions={
                <Segmented
                  label="Soort"
                  value={kind}
                  onChange={setKind}
                  options={[
                    { value: 'all', label: 'Alles' },
                    { value: 'sign-in', label: 'Inloggen' },
                    { value: 'changes', label: 'Wijzigingen' },
                  ]}
                />
              }
            />
            <Timeline label="Tijdlijn" items={timeline} />
          </CaseMain>
        </CasePane>
      </Sheet>
    </Frame>
  )
}
