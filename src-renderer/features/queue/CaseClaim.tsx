/** Right in the head of a case: whose it is, taking it over, and in a narrow window the client's details. */
import { SidebarSimpleIcon } from '@phosphor-icons/react/SidebarSimple'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/keys/use-keys.ts'
import { ClaimState } from '../../components/ClaimState.tsx'
import { IconAction } from '../../components/IconAction.tsx'
import { useShellLayout } from '../../components/layout.ts'
import { useStaff } from '../../data/workstation.ts'
import { usePanes } from '../../stores/panes.ts'
import type { ClaimOnCase } from './use-claim.ts'

function Whose({ claim }: { claim: ClaimOnCase }) {
  const { t } = useWords()
  const me = useStaff()
  const { standing } = claim
  switch (standing.who) {
    case 'me':
      return <ClaimState person={{ id: me.id, name: me.name }} text={t('case.claim.mine')} />
    case 'other':
      return (
        <ClaimState
          person={{ id: standing.id, name: standing.name }}
          text={t('case.claim.other', { name: standing.name })}
          action={{ label: t('case.claim.takeOver'), onClick: claim.take }}
        />
      )
    case 'nobody':
      return <ClaimState text={t('case.claim.free')} action={{ label: t('case.claim.take'), onClick: claim.take }} />
    case 'closed':
      return null
    default: {
      const never: never = standing
      return never
    }
  }
}

export function CaseClaim({ claim, contextLabel }: { claim: ClaimOnCase | null; contextLabel: string }) {
  const { contextDrawer } = useShellLayout()
  const open = () => usePanes.setState(({ contextOpen }) => ({ contextOpen: !contextOpen }))
  useKeys({ I: open }, contextDrawer)
  return (
    <>
      {claim && <Whose claim={claim} />}
      {contextDrawer && <IconAction icon={SidebarSimpleIcon} label={contextLabel} keys={['I']} onClick={open} edge="end" />}
    </>
  )
}
