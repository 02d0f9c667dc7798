/** The picture `contact-desk`: an answer being typed, and the question changed under it. */
import Button from '@mui/material/Button'
import { ArrowUUpLeftIcon } from '@phosphor-icons/react/ArrowUUpLeft'
import { BookmarkSimpleIcon } from '@phosphor-icons/react/BookmarkSimple'
import { CalendarDotsIcon } from '@phosphor-icons/react/CalendarDots'
import { CalendarXIcon } from '@phosphor-icons/react/CalendarX'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree'
import { FloppyDiskIcon } from '@phosphor-icons/react/FloppyDisk'
import { FunnelSimpleIcon } from '@phosphor-icons/react/FunnelSimple'
import { LightningIcon } from '@phosphor-icons/react/Lightning'
import { SortAscendingIcon } from '@phosphor-icons/react/SortAscending'
import { TextAaIcon } from '@phosphor-icons/react/TextAa'
import { useState } from 'react'
import { CaseHeader, Hot } from '../components/CaseHeader.tsx'
import { CaseFooter, CaseMain, CasePane } from '../components/CasePane.tsx'
import { ClaimState } from '../components/ClaimState.tsx'
import { Composer } from '../components/Composer.tsx'
import { ComposerNote, ComposerReaders, ComposerWarning, SuggestedTexts } from '../components/ComposerParts.tsx'
import { ContextSection } from '../components/ContextSection.tsx'
import { DiffBlock, type DiffView } from '../components/DiffBlock.tsx'
import { countChanges } from '../components/diff-parts.ts'
import { IconAction } from '../components/IconAction.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { KeyValueList } from '../components/KeyValueList.tsx'
import { LinkButton } from '../components/LinkButton.tsx'
import { ListHeader } from '../components/ListHeader.tsx'
import { NoteBlock } from '../components/NoteBlock.tsx'
import { PhoneCard } from '../components/PhoneCard.tsx'
import { SearchField } from '../components/SearchField.tsx'
import { Segmented } from '../components/Segmented.tsx'
import { ListPane, Sheet } from '../components/Sheet.tsx'
import { Toast } from '../components/Toast.tsx'
import { groups, parts, reply } from './contact-data.ts'
import { Frame, nothing } from './Frame.tsx'
import { Rows } from './Rows.tsx'

const subs = [
  { label: 'Antwoord te laat', count: '3', hot: true },
  { label: 'Vandaag antwoorden', count: '9' },
  { label: 'Zorgsignalen', count: '6' },
  { label: 'Als vervanger', count: '2' },
]

const toast = (
  <Toast
    title="Antwoord aan dhr. Postma"
    text="gaat over 11 s weg en sluit de vraag"
    countdown={{ seconds: 11, fraction: 0.73 }}
    steps={[
      { label: 'Getypt', state: 'done' },
      { label: 'In wachtrij', state: 'current' },
      { label: 'Aangenomen', state: 'to-come' },
      { label: 'Gelezen', state: 'to-come' },
    ]}
    actions={
      <>
        <Button size="small" startIcon={<ArrowUUpLeftIcon />}>
          Ongedaan maken <Kbd keys={['Ctrl', 'Z']} />
        </Button>
        <Button size="small" variant="text">
          Stuur nu
        </Button>
      </>
    }
  />
)

const list = (
  <ListPane
    label="Werkvoorraad contactverzoeken"
    toast={toast}
    header={
      <ListHeader
        title="Contactverzoeken"
        count="14 van 41"
        actions={
          <>
            <IconAction icon={BookmarkSimpleIcon} label="Bewaarde filters" onClick={nothing} />
            <IconAction icon={SortAscendingIcon} label="Sorteren" onClick={nothing} />
          </>
        }
        filters={
          <SearchField
            label="Filteren"
            icon={FunnelSimpleIcon}
            value=""
            placeholder="Filter op team, naam of soort"
            onChange={nothing}
            clearLabel="Filter leegmaken"
          />
        }
      />
    }
  >
    <Rows groups={groups} />
  </ListPane>
)

const context = (
  <>
    <ContextSection title="Bellen">
      <PhoneCard number="06 4417 9052" preferred>
        <b>Mevr. A. van Dalen</b>, zelf
      </PhoneCard>
    </ContextSection>
    <ContextSection title="Planning" action={<LinkButton>Maand</LinkButton>}>
      <KeyValueList
        items={[
          { id: '1', term: 'ma 30', text: '09:00 HV 1 Wout', end: 'vraag', endTone: 'info' },
          { id: '2', term: 'do 3 dec', text: 'geen dienst' },
          { id: '3', term: 'ma 7 dec', text: '09:00 HV 1 Wout' },
        ]}
      />
    </ContextSection>
    <ContextSection title="Lijkt hierop" divider>
      <KeyValueList
        items={[
          { id: '1', icon: ChatTextIcon, text: 'Andere dag door artsbezoek', strong: true },
          { id: '2', icon: ChatTextIcon, text: 'Zelfde hulp, andere dag', strong: true },
        ]}
      />
    </ContextSection>
    <ContextSection title="Eerdere vragen" note="4 dit jaar" divider>
      <KeyValueList
        items={[
          { id: '1', term: '14 okt', text: 'Nieuwe hulp kennismaken' },
          { id: '2', term: '2 aug', text: 'Vakantie van Wout' },
        ]}
      />
    </ContextSection>
    <ContextSection title="Maak hiervan" divider>
      <div style={{ display: 'flex', gap: 6 }}>
        <Button size="small" startIcon={<CalendarXIcon />}>
          Afwezigheid
        </Button>
        <Button size="small" startIcon={<CalendarDotsIcon />}>
          Planning
        </Button>
      </div>
    </ContextSection>
  </>
)

const header = (
  <CaseHeader
    meta={['CV-31877', 'cliënt 100 316', 'ingediend vr 20 nov 10:00']}
    claim={
      <>
        <ClaimState person={{ name: 'Eline Brouwer', tone: 'b' }} text="Bij jou" />
        <ClaimState person={{ name: 'Ruben Jansen', tone: 'd' }} text="kijkt mee" quiet />
        <IconAction icon={DotsThreeIcon} label="Meer" onClick={nothing} edge="end" />
      </>
    }
    title="Mevr. A. van Dalen"
    sentence={
      <>
        Vraag over mijn planning. Eerste antwoord nodig voor <b>10:00</b>, over <Hot>48 minuten</Hot>.
      </>
    }
  />
)

function Reply() {
  const [text, setText] = useState(reply)
  const at = text.indexOf('06 2345 6789')
  const found = at >= 0
  return (
    <>
      <SuggestedTexts
        label="Past hierbij"
        texts={[
          { id: '1', title: 'Andere dag bevestigen' },
          { id: '2', title: 'Vaste hulp kan niet' },
          { id: '3', title: 'We bellen u' },
        ]}
        onPick={nothing}
      />
      <Composer
        label="Antwoord"
        value={text}
        onChange={setText}
        state="typing"
        flagged={found ? [{ start: at, end: at + 12 }] : []}
        readers={
          <ComposerReaders
            label="Leest mee"
            readers={[
              { name: 'Mevr. A. van Dalen', tone: 'a' },
              { name: 'Ruud van Dalen', text: 'Ruud van Dalen, zoon', tone: 'c' },
            ]}
            verdict="Allebei met recht"
          />
        }
        warnings={
          found && (
            <ComposerWarning
              repair={{ label: 'Zet teamnummer', onClick: () => setText(text.replace('06 2345 6789', '075 123 4567')) }}
            >
              <b>06 2345 6789</b> is niet van deze cliënt en niet van ons.
            </ComposerWarning>
          )
        }
        tools={
          <Button size="small" variant="text" startIcon={<LightningIcon />}>
            Standaardtekst <Kbd keys={[':', ':']} />
          </Button>
        }
        notes={
          <>
            <ComposerNote icon={TextAaIcon} text="Leesniveau B1" />
            <ComposerNote icon={FloppyDiskIcon} text="Bewaard 09:12" live />
          </>
        }
      />
    </>
  )
}

export function ContactDesk() {
  const [view, setView] = useState<DiffView>('difference')
  const [change, setChange] = useState<number>()
  const changes = countChanges(parts)
  return (
    <Frame current="contact-requests" subs={subs} user={{ name: 'Eline Brouwer', role: 'Zorgmanager' }} underway>
      <Sheet list={list} pane="case">
        <CasePane label="Zaak" contextLabel="Cliënt" context={context}>
          <CaseMain
            header={header}
            bodyTop={16}
            dock={<Reply />}
            foot={
              <CaseFooter plain start="Bekijk eerst de wijziging.">
                <Button disabled>Versturen en sluiten</Button>
                <Button variant="contained">
                  Wijziging bekijken <Kbd keys={['Ctrl', '↵']} />
                </Button>
              </CaseFooter>
            }
          >
            <NoteBlock title="Notitie voor collega’s" by="Noor Willemsen, vandaag 08:20">
              Fatima kan dinsdagochtend vanaf 09:30. Wout is tot en met vrijdag vrij.
            </NoteBlock>
            <DiffBlock
              title="De vraag is gewijzigd terwijl je typte"
              detail="09:11 door mevr. Van Dalen · jouw tekst staat er nog"
              parts={parts}
              view={view}
              current={change}
              words={{ was: 'was', new: 'nieuw' }}
              countText={`${changes} wijzigingen`}
              next={{ label: 'volgende', keys: ['N'], onNext: () => setChange(((change ?? -1) + 1) % changes) }}
              control={
                <Segmented
                  label="Weergave"
                  value={view}
                  onChange={setView}
                  options={[
                    { value: 'difference', label: 'Verschil' },
                    { value: 'beside', label: 'Naast elkaar' },
                    { value: 'new', label: 'Nieuw' },
                  ]}
                />
              }
            />
          </CaseMain>
        </CasePane>
      </Sheet>
    </Frame>
  )
}
