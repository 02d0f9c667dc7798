/** The picture `states`: empty, loading, error, offline, locked, signing in. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { EyeIcon } from '@phosphor-icons/react/Eye'
import { PauseIcon } from '@phosphor-icons/react/Pause'
import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { type ReactNode, useState } from 'react'
import { color, radius } from '../app/theme/tokens.ts'
import { Banner } from '../components/Banner.tsx'
import { CodeBoxes } from '../components/CodeBoxes.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ErrorState } from '../components/ErrorState.tsx'
import { Field, SelectField } from '../components/Field.tsx'
import { IconAction } from '../components/IconAction.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { ListHeader } from '../components/ListHeader.tsx'
import { LoadingRows } from '../components/LoadingRows.tsx'
import { Logo } from '../components/Logo.tsx'
import { OutboxItem } from '../components/OutboxItem.tsx'
import { SectionHeading } from '../components/SectionHeading.tsx'
import { SignInCard } from '../components/SignInCard.tsx'
import { StateMessage } from '../components/StateMessage.tsx'
import { nothing } from './Frame.tsx'

const Page = styled('main')({
  display: 'grid',
  gridTemplateColumns: 'repeat(4, 1fr)',
  gridTemplateRows: '1fr 1fr',
  gap: '14px 16px',
  padding: '16px 24px 24px',
  height: '100%',
})
const Figure = styled('figure')({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  '& figcaption': { fontSize: 12, lineHeight: '16px', fontWeight: 560, color: color.t3, padding: '0 2px 8px' },
  '& > div': {
    flex: 1,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    overflow: 'hidden',
    backgroundColor: color.list,
    border: `1px solid ${color.line2}`,
    borderRadius: radius.sheet,
  },
})

function Tile({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <Figure>
      <figcaption>{caption}</figcaption>
      <div>{children}</div>
    </Figure>
  )
}

const Rest = styled('div')({ flex: 1, minHeight: 0 })

function LockTile() {
  const [code, setCode] = useState('40')
  return (
    <Tile caption="Vergrendeld">
      <StateMessage
        figure={<Logo size={44} />}
        title="Noor Willemsen"
        text="Vergrendeld om 09:12. Je concepten zijn bewaard."
        hint="Code uit je authenticator-app"
        footer={<LinkButton>Iemand anders aanmelden</LinkButton>}
      >
        <CodeBoxes label="Code van zes cijfers" value={code} onChange={setCode} boxes="screen" autoFocus />
      </StateMessage>
    </Tile>
  )
}

function SignInTile() {
  const [provider, setProvider] = useState<'lindewaard' | 'other'>('lindewaard')
  return (
    <Tile caption="Aanmelden">
      <SignInCard bare title="Aanmelden" onSubmit={nothing} hint="Hierna vragen we de code uit je authenticator-app.">
        <SelectField
          label="Organisatie"
          value={provider}
          onChange={setProvider}
          options={[
            { value: 'lindewaard', label: 'Lindewaard Thuiszorg' },
            { value: 'other', label: 'Andere organisatie' },
          ]}
        />
        <Field label="E-mailadres" defaultValue="n.willemsen@lindewaard.example" />
        <Field
          label="Wachtwoord"
          type="password"
          defaultValue="voorbeeld123"
          end={<IconAction icon={EyeIcon} label="Toon wachtwoord" onClick={nothing} />}
        />
        <Button type="submit" variant="contained" size="large" fullWidth>
          Verder
        </Button>
      </SignInCard>
    </Tile>
  )
}

export function States() {
  return (
    <Page>
      <Tile caption="Leeg">
        <ListHeader title="Afwezigheid" count="0 open" />
        <Rest>
          <EmptyState
            title="Alles is verwerkt"
            text="Team Noord heeft geen open meldingen. Een nieuwe melding verschijnt hier vanzelf."
            action={<Button>Toon alle teams</Button>}
          />
        </Rest>
      </Tile>
      <Tile caption="Laden, na 200 ms">
        <ListHeader title="Afwezigheid" />
        <LoadingRows label="Meldingen laden." slowLabel="Meldingen laden. Het duurt langer dan normaal." />
      </Tile>
      <Tile caption="Fout">
        <ListHeader title="Afwezigheid" />
        <Rest>
          <ErrorState
            title="De meldingen laden niet"
            text="Het portaal geeft geen antwoord. Wat je hebt getypt is bewaard. Probeer het opnieuw, of werk verder aan je open zaak."
            actions={
              <>
                <Button>
                  Opnieuw proberen <Kbd keys={['R']} />
                </Button>
                <Button variant="text">Kopieer melding</Button>
              </>
            }
            code="portal-unreachable 09:12:44"
          />
        </Rest>
      </Tile>
      <Tile caption="Geen verbinding, postvak uit">
        <Banner
          icon={WifiSlashIcon}
          title="Geen verbinding sinds 09:06"
          text="Je kunt doorwerken. Alles gaat later één keer weg."
        />
        <div style={{ padding: '12px 16px' }}>
          <SectionHeading
            title="Postvak uit"
            note="3"
            bottom={0}
            actions={
              <Button size="small" variant="text" startIcon={<PauseIcon />}>
                Pauzeer
              </Button>
            }
          />
          <ul>
            <OutboxItem
              state="waiting"
              title="Antwoord aan dhr. Postma"
              text="wacht op verbinding, 09:07"
              action={
                <Button size="small" variant="text">
                  Open
                </Button>
              }
            />
            <OutboxItem
              state="waiting"
              title="Melding mevr. Tromp verwerken"
              text="wacht op verbinding, 09:10"
              action={
                <Button size="small" variant="text">
                  Open
                </Button>
              }
            />
            <OutboxItem
              state="returned"
              title="Antwoord aan mevr. Kist"
              text="teruggekomen: vraag is ingetrokken"
              action={<Button size="small">Bekijk</Button>}
            />
          </ul>
          <p style={{ fontSize: 12, lineHeight: '16px', color: color.t3, paddingTop: 12 }}>
            Deblokkeren en resetten kan alleen met verbinding.
          </p>
        </div>
      </Tile>
      <LockTile />
      <SignInTile />
    </Page>
  )
}
