/** The window of the pictures: title bar, rail and who is signed in. */
import { BellIcon } from '@phosphor-icons/react/Bell'
import { CalendarDotsIcon } from '@phosphor-icons/react/CalendarDots'
import { CalendarXIcon } from '@phosphor-icons/react/CalendarX'
import { ChartLineUpIcon } from '@phosphor-icons/react/ChartLineUp'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { GearSixIcon } from '@phosphor-icons/react/GearSix'
import { KeyIcon } from '@phosphor-icons/react/Key'
import { ListMagnifyingGlassIcon } from '@phosphor-icons/react/ListMagnifyingGlass'
import { MinusIcon } from '@phosphor-icons/react/Minus'
import { PaperPlaneTiltIcon } from '@phosphor-icons/react/PaperPlaneTilt'
import { SquareIcon } from '@phosphor-icons/react/Square'
import { TrayIcon } from '@phosphor-icons/react/Tray'
import { UsersIcon } from '@phosphor-icons/react/Users'
import { XIcon } from '@phosphor-icons/react/X'
import { type ReactNode, useState } from 'react'
import { IconAction } from '../components/IconAction.tsx'
import { MenuButton } from '../components/MenuButton.tsx'
import { Rail, RailGroup } from '../components/Rail.tsx'
import { RailTeam, RailUser } from '../components/RailFoot.tsx'
import { RailItem, RailSubItem } from '../components/RailItem.tsx'
import { StatusPill } from '../components/StatusPill.tsx'
import { WindowShell } from '../components/WindowShell.tsx'

export const nothing = () => {}

const team = [
  { name: 'Sanne Bakker', tone: 'c' },
  { name: 'Ruben Jansen', tone: 'd' },
  { name: 'Mila Koster', tone: 'e' },
  { name: 'Tom Visser', tone: 'f' },
] as const

type Word = 'absences' | 'contact-requests' | 'accounts'

interface FrameProps {
  current: Word
  subs: readonly { label: string; count: string; hot?: boolean }[]
  user: { name: string; role: string }
  underway?: boolean
  children: ReactNode
}

function WindowButtons() {
  return (
    <div style={{ display: 'flex', gap: 18, padding: '0 9px' }}>
      <IconAction icon={MinusIcon} label="Verkleinen" onClick={nothing} />
      <IconAction icon={SquareIcon} label="Vergroten" onClick={nothing} />
      <IconAction icon={XIcon} label="Sluiten" onClick={nothing} />
    </div>
  )
}

export function Frame({ current, subs, user, underway = false, children }: FrameProps) {
  const [listOffset, setListOffset] = useState(0)
  const [contextOffset, setContextOffset] = useState(0)
  const under = (word: Word) => word === current && subs.map((sub) => <RailSubItem key={sub.label} href="#" {...sub} />)
  return (
    <WindowShell
      name="Portal Desk"
      skipLabel="Naar de inhoud"
      listSize={{ offset: listOffset, onChange: setListOffset, label: 'Breedte van de lijst' }}
      contextSize={{ offset: contextOffset, onChange: setContextOffset, label: 'Breedte van het zijvak' }}
      provider={
        <MenuButton
          label="Lindewaard Thuiszorg"
          choices={[{ value: 'lindewaard', label: 'Lindewaard Thuiszorg' }]}
          value="lindewaard"
          onPick={nothing}
        />
      }
      status={
        <>
          <StatusPill label="Live" tone="ok" />
          {underway ? (
            <StatusPill label="1 onderweg" icon={PaperPlaneTiltIcon} onClick={nothing} live />
          ) : (
            <StatusPill label="Alles verstuurd" icon={CheckCircleIcon} live />
          )}
          <IconAction icon={BellIcon} label="Meldingen" onClick={nothing} />
        </>
      }
      controls={<WindowButtons />}
      rail={
        <Rail
          label="Hoofdmenu"
          foot={
            <>
              <RailTeam people={team} text="4 collega’s actief" />
              <RailUser {...user} tone="b" action={<IconAction icon={GearSixIcon} label="Instellingen" onClick={nothing} />} />
            </>
          }
        >
          <RailItem icon={TrayIcon} label="Van mij" href="#" count="4" countLabel="4 open" />
          <RailGroup label="Werkvoorraad">
            <RailItem
              icon={CalendarXIcon}
              label="Afwezigheid"
              href="#"
              count="23"
              countLabel="23 open"
              current={current === 'absences'}
            />
            {under('absences')}
            <RailItem icon={ChatTextIcon} label="Contactverzoeken" href="#" count="41" current={current === 'contact-requests'} />
            {under('contact-requests')}
            <RailItem icon={CalendarDotsIcon} label="Planning" href="#" count="7" />
            <RailItem icon={KeyIcon} label="Accounts" href="#" count="9" current={current === 'accounts'} />
            {under('accounts')}
            <RailItem icon={UsersIcon} label="Cliënten" href="#" />
          </RailGroup>
          <RailGroup label="Team">
            <RailItem icon={ChartLineUpIcon} label="Inzicht" href="#" />
            <RailItem icon={ListMagnifyingGlassIcon} label="Logboek" href="#" />
          </RailGroup>
        </Rail>
      }
    >
      {children}
    </WindowShell>
  )
}
