/** Where the user works; a menu when there is more than one provider. Switching ends the session at the former one. */
import { styled } from '@mui/material/styles'
import { MenuButton } from '../../components/MenuButton.tsx'
import { useSessionAct } from '../../data/use-session-act.ts'
import { useStaff } from '../../data/workstation.ts'
import { reportFault } from '../faults/faults.ts'
import { useWords } from '../i18n/use-words.ts'
import { color } from '../theme/tokens.ts'

const Name = styled('span')({ padding: '0 8px', fontWeight: 500, color: color.t2, whiteSpace: 'nowrap' })

export function ProviderSwitch() {
  const { t } = useWords()
  const { provider, providerName, memberships } = useStaff()
  const change = useSessionAct('session.switch')
  if (memberships.length < 2) return <Name>{providerName}</Name>
  return (
    <MenuButton
      label={providerName}
      ariaLabel={t('shell.switchProvider', { name: providerName })}
      choices={memberships.map((one) => ({
        value: one.provider,
        label: `${one.providerName} · ${t(`domain.role.${one.role}`)}`,
      }))}
      value={provider}
      onPick={(next) => next !== provider && change.mutate({ provider: next }, { onError: reportFault })}
    />
  )
}
