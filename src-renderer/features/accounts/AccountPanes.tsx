/** One of the panes of the accounts desk, and the ways to it from the head of the list. */
import Button from '@mui/material/Button'
import { DotsThreeIcon } from '@phosphor-icons/react/DotsThree'
import { UsersIcon } from '@phosphor-icons/react/Users'
import { useNavigate } from 'react-router'
import { useWords } from '../../app/i18n/use-words.ts'
import { Banner } from '../../components/Banner.tsx'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useAccountsDesk } from '../../data/queues.ts'
import { Approvals } from './approvals/Approvals.tsx'
import { NewAccount } from './create/NewAccount.tsx'
import { Letters } from './letters/Letters.tsx'
import { ACCOUNT_PANES, type AccountPane, addressOfPane, ICON_OF_PANE, WORDS_OF_PANE } from './panes.ts'

const TO_PANE = { state: { focus: true } } as const

export function AccountPaneOf({ pane, onBack }: { pane: AccountPane; onBack: () => void }) {
  switch (pane) {
    case 'new':
      return <NewAccount onBack={onBack} />
    case 'approvals':
      return <Approvals onBack={onBack} />
    case 'letters':
      return <Letters onBack={onBack} />
    default: {
      const never: never = pane
      return never
    }
  }
}

/** The menu in the head of the list; the rail has the same, where it is not folded. */
export function AccountDeskMenu() {
  const { t } = useWords()
  const navigate = useNavigate()
  const counts = useAccountsDesk()
  const countOf = (pane: AccountPane) => (pane === 'new' ? 0 : (counts?.[pane] ?? 0))
  return (
    <MenuButton
      icon={DotsThreeIcon}
      label={t('accountDesk.more')}
      choices={ACCOUNT_PANES.map((pane) => {
        const label = t(WORDS_OF_PANE[pane])
        return { value: pane, label: countOf(pane) > 0 ? `${label} (${countOf(pane)})` : label, icon: ICON_OF_PANE[pane] }
      })}
      onPick={(pane) => void navigate(addressOfPane(pane), TO_PANE)}
    />
  )
}

/** A caller is on the phone while this waits: it is said above the list until it is looked at. */
export function ApprovalsWaiting({ open }: { open: boolean }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const count = useAccountsDesk()?.approvals ?? 0
  if (count === 0 || open) return null
  return (
    <Banner
      icon={UsersIcon}
      tone="warn"
      title={t('accountDesk.approvals.waiting', { count })}
      action={
        <Button size="small" onClick={() => void navigate(addressOfPane('approvals'), TO_PANE)}>
          {t('accountDesk.approvals.look')}
        </Button>
      }
    />
  )
}
