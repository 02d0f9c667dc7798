/** Verify panel and actions of the access picture. */
import Button from '@mui/material/Button'
import { DeviceMobileSpeakerIcon } from '@phosphor-icons/react/DeviceMobileSpeaker'
import { DevicesIcon } from '@phosphor-icons/react/Devices'
import { HandPalmIcon } from '@phosphor-icons/react/HandPalm'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { PasswordIcon } from '@phosphor-icons/react/Password'
import { ShieldSlashIcon } from '@phosphor-icons/react/ShieldSlash'
import { UsersIcon } from '@phosphor-icons/react/Users'
import { useState } from 'react'
import { color } from '../app/theme/tokens.ts'
import { ActionAccordion, ActionItem } from '../components/ActionAccordion.tsx'
import { CodeBoxes } from '../components/CodeBoxes.tsx'
import { ContextSection } from '../components/ContextSection.tsx'
import { Countdown } from '../components/Countdown.tsx'
import { Kbd } from '../components/Kbd.tsx'
import { Mark } from '../components/Mark.tsx'
import { VerifyCode, VerifyMethod, VerifyPanel } from '../components/VerifyPanel.tsx'
import { nothing } from './Frame.tsx'

const outcomes = [
  { term: 'Stopt', text: '2 apparaten, 1 open sessie' },
  { term: 'Gaat open', text: 'niets; eerst opnieuw een sms-code' },
  { term: 'Bericht', text: 'naar 06 ···· 4412 en t···@post.nl' },
  { term: 'Akkoord', text: 'niet nodig' },
]

const actions = [
  { id: 'code', icon: DeviceMobileSpeakerIcon, title: 'Inlogcode opnieuw sturen' },
  { id: 'devices', icon: DevicesIcon, title: 'Vertrouwde apparaten vergeten' },
  { id: 'reset', icon: PasswordIcon, title: 'Resetlink sturen' },
  { id: 'factor', icon: ShieldSlashIcon, title: 'Tweede factor wissen' },
] as const

export function AccessContext() {
  const [way, setWay] = useState('call-back')
  const [code, setCode] = useState('417')
  const [open, setOpen] = useState<string | null>('devices')
  const [reason, setReason] = useState('Nieuwe laptop')
  const ways = { group: 'way', onSelect: setWay }
  return (
    <>
      <VerifyPanel title="Controleer de beller" step="stap 2 van 2">
        <VerifyMethod
          {...ways}
          value="call-back"
          checked={way === 'call-back'}
          title="Terugbellen op 075 ··· 3190"
          detail="huistelefoon, al 2 jaar bekend"
        >
          <VerifyCode
            text="Het portaal belt dit nummer en leest een code voor. Typ wat de beller zegt."
            countdown={<Countdown fraction={0.94}>Nog 9:24 geldig, voor één handeling</Countdown>}
          >
            <CodeBoxes label="Code van zes cijfers" value={code} onChange={setCode} autoFocus />
          </VerifyCode>
          <div style={{ display: 'flex', gap: 6 }}>
            <Button color="primary" sx={{ flex: 1 }}>
              Controleer <Kbd keys={['↵']} />
            </Button>
            <Button color="error" startIcon={<HandPalmIcon size={14} />}>
              Weiger
            </Button>
          </div>
        </VerifyMethod>
        <VerifyMethod
          {...ways}
          value="portal"
          checked={way === 'portal'}
          impossible
          title="Code in het portaal"
          detail="kan niet: niet ingelogd"
        />
        <VerifyMethod
          {...ways}
          value="sms"
          checked={way === 'sms'}
          impossible
          title="Code naar 06 ···· 4412"
          detail="kan niet: telefoon niet bereikbaar"
        />
        <VerifyMethod
          {...ways}
          value="team"
          checked={way === 'team'}
          title="Bevestiging door het zorgteam"
          detail="team Noord, 3 mensen aanwezig"
        />
      </VerifyPanel>
      <ContextSection
        title="Handelingen"
        action={
          <span style={{ display: 'flex', alignItems: 'center', gap: 4, color: color.t3 }}>
            <LockSimpleIcon size={12} />
            na controle
          </span>
        }
      >
        <ActionAccordion>
          {actions.map((action) => (
            <ActionItem
              key={action.id}
              icon={action.icon}
              title={action.title}
              open={open === action.id}
              onToggle={() => setOpen(open === action.id ? null : action.id)}
              locked
              lockedLabel="na controle"
              mark={action.id === 'factor' ? <Mark tone="neutral" icon={UsersIcon} label="Vier ogen" /> : undefined}
              outcomes={outcomes}
              reason={{ label: 'Reden', value: reason, onChange: setReason }}
              actionLabel="Vergeet 2 apparaten"
              onAct={nothing}
            />
          ))}
        </ActionAccordion>
      </ContextSection>
    </>
  )
}
