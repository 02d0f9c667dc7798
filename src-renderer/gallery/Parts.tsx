/** The states that the pictures do not show: each component as it looks when something is wrong, waits, or is done. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { FloppyDiskIcon } from '@phosphor-icons/react/FloppyDisk'
import { KeyIcon } from '@phosphor-icons/react/Key'
import { type ReactNode, useState } from 'react'
import { color } from '../app/theme/tokens.ts'
import { ActionAccordion, ActionItem } from '../components/ActionAccordion.tsx'
import { CodeBoxes } from '../components/CodeBoxes.tsx'
import { Composer, type ComposerState } from '../components/Composer.tsx'
import { ComposerNote, ComposerReaders, ComposerWarning } from '../components/ComposerParts.tsx'
import { ConsequenceList } from '../components/ConsequenceList.tsx'
import { DecisionCard } from '../components/DecisionCard.tsx'
import { DoctorCard } from '../components/DoctorCard.tsx'
import { DoctorLine, type DoctorState } from '../components/DoctorLine.tsx'
import { Field } from '../components/Field.tsx'
import { SignInCard } from '../components/SignInCard.tsx'
import { Toast } from '../components/Toast.tsx'
import { VerifyPanel } from '../components/VerifyPanel.tsx'
import { groups } from './absence-data.ts'
import { nothing } from './Frame.tsx'
import { Rows } from './Rows.tsx'

const Page = styled('main')({
  display: 'grid',
  gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
  gap: 24,
  height: '100%',
  overflowY: 'auto',
  padding: 24,
  alignItems: 'start',
  backgroundColor: color.work,
})
const Column = styled('div')({ display: 'grid', gap: 16, minWidth: 0 })

const reasons: Partial<Record<ComposerState, string>> = {
  offline: 'Geen verbinding. Dit antwoord gaat weg zodra er verbinding is.',
  stale: 'De vraag is gewijzigd. Jouw tekst staat er nog.',
  returned: 'Teruggekomen: de vraag is ingetrokken. Jouw tekst is bewaard.',
}

function Answer({ state }: { state: ComposerState }) {
  const [text, setText] = useState('Beste mevrouw Van Dalen,\n\nDonderdag kan.')
  return (
    <Composer
      label={`Antwoord, ${state}`}
      value={text}
      onChange={setText}
      state={state}
      reason={reasons[state]}
      readers={
        state === 'returned' && (
          <ComposerReaders
            label="Leest mee"
            readers={[{ name: 'Mevr. A. van Dalen' }, { name: 'Ruud van Dalen', refused: 'heeft geen recht op vragen' }]}
            verdict="Ruud mag dit niet lezen"
          />
        )
      }
      warnings={state === 'returned' && <ComposerWarning tone="hot">Haal Ruud van Dalen weg bij de lezers.</ComposerWarning>}
      notes={<ComposerNote icon={FloppyDiskIcon} text="Bewaard 09:12" live />}
    />
  )
}

const checks: readonly { state: DoctorState; label: string }[] = [
  { state: 'running', label: 'bezig' },
  { state: 'passed', label: 'in orde' },
  { state: 'warning', label: 'let op' },
  { state: 'not-applicable', label: 'niet van toepassing' },
  { state: 'could-not-check', label: 'niet te controleren' },
]

function Rule({ children }: { children: ReactNode }) {
  return <b>{children}</b>
}

export function Parts() {
  const [code, setCode] = useState('417052')
  return (
    <Page>
      <Column>
        <h1>Onderdelen</h1>
        <h2>Antwoord</h2>
        {(['offline', 'sending', 'stale', 'returned'] as const).map((state) => (
          <Answer key={state} state={state} />
        ))}
      </Column>
      <Column>
        <h2>Besluit</h2>
        <div>
          <DecisionCard
            open
            state="current"
            stateLabel="nu aan de beurt"
            moment="ma 23 nov 11:00–13:00"
            detail="HV 1 · Samira Öztürk"
            stale="Opnieuw berekend: Samira heeft om 09:15 een andere dienst gekregen."
          />
          <DecisionCard
            open
            state="undecided"
            stateLabel="nog te kiezen"
            moment="wo 25 nov 18:30"
            detail="HV 2 · Wout Dijkema"
            problem="Samira Öztürk heeft om 09:00 al een dienst. Kies een andere tijd."
          />
        </div>
        <ConsequenceList
          items={[
            { term: 'Diensten', text: '1 verplaatst.' },
            { term: 'Regels', tone: 'warn', text: <Rule>10 uur rust in plaats van 11.</Rule> },
          ]}
        />
        <div style={{ backgroundColor: color.list }}>
          <Rows
            groups={groups.slice(0, 1).map((group) => ({
              ...group,
              rows: group.rows.map((row, at) => ({
                ...row,
                muted: at === 2,
                isNew: at === 0,
                marks: [...(row.marks ?? []), ...(groups[1]?.rows[1]?.marks ?? []).slice(0, 1)],
              })),
            }))}
          />
        </div>
        <SignInCard title="Aanmelden" problem="Dit wachtwoord klopt niet. Je hebt nog 4 pogingen." onSubmit={nothing}>
          <Field label="E-mailadres" defaultValue="n.willemsen" problem="Vul een e-mailadres in, zoals naam@zorg.example." />
          <Button type="submit" variant="contained" size="large" fullWidth disabled>
            Verder
          </Button>
        </SignInCard>
      </Column>
      <Column>
        <h2>Controle</h2>
        <DoctorCard label="Controles" busy>
          {checks.map(({ state, label }) => (
            <DoctorLine
              key={state}
              state={state}
              stateLabel={label}
              question="Blokkade"
              finding="Account is niet geblokkeerd"
              evidence="van 5"
            />
          ))}
        </DoctorCard>
        <VerifyPanel
          title="Controleer de beller"
          done={
            <>
              <CheckCircleIcon />
              Gecontroleerd om 09:14, geldig voor één handeling
            </>
          }
        >
          {null}
        </VerifyPanel>
        <CodeBoxes label="Geweigerde code" value={code} onChange={setCode} invalid />
        <CodeBoxes label="Code, niet nu" value="41" onChange={nothing} disabled />
        <ActionAccordion>
          <ActionItem
            icon={KeyIcon}
            title="Resetlink sturen"
            open
            onToggle={nothing}
            outcomes={[{ term: 'Bericht', text: 'naar t···@post.nl' }]}
            reason={{ label: 'Reden', value: '', onChange: nothing, problem: 'Vul een reden in.' }}
            actionLabel="Stuur resetlink"
            onAct={nothing}
            note="Wacht op akkoord van een collega."
          />
        </ActionAccordion>
        <div style={{ position: 'relative', height: 110 }}>
          <Toast
            title="Antwoord aan dhr. Postma"
            text="is aangenomen"
            stacked="en 2 meer"
            actions={<Button size="small">Sluiten</Button>}
          />
        </div>
      </Column>
    </Page>
  )
}
