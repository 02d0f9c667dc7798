/** The rail: the queues of the role with live counters, narrower lists under the current one, and who is signed in. */

import type { Icon } from '@phosphor-icons/react'
import { CalendarXIcon } from '@phosphor-icons/react/CalendarX'
import { ChatTextIcon } from '@phosphor-icons/react/ChatText'
import { GearSixIcon } from '@phosphor-icons/react/GearSix'
import { KeyIcon } from '@phosphor-icons/react/Key'
import { KeyboardIcon } from '@phosphor-icons/react/Keyboard'
import { LockSimpleIcon } from '@phosphor-icons/react/LockSimple'
import { ScalesIcon } from '@phosphor-icons/react/Scales'
import { SignOutIcon } from '@phosphor-icons/react/SignOut'
import { UserMinusIcon } from '@phosphor-icons/react/UserMinus'
import { useHref, useLinkClickHandler, useLocation, useSearchParams } from 'react-router'
import { CASE_STAFF } from '../../../shared/api/common.ts'
import { FACETS_OF_QUEUE, type Facet, type QueueCounter } from '../../../shared/domain/cases.ts'
import type { QueueId } from '../../../shared/domain/staff.ts'
import { MenuButton } from '../../components/MenuButton.tsx'
import { Rail, RailGroup } from '../../components/Rail.tsx'
import { RailUser } from '../../components/RailFoot.tsx'
import { RailItem, RailSubItem } from '../../components/RailItem.tsx'
import { capped, useAccountsDesk, useCounter, useQueues } from '../../data/queues.ts'
import { useSessionAct } from '../../data/use-session-act.ts'
import { usePlansVisits, useStaff } from '../../data/workstation.ts'
import { ACCOUNT_PANES, type AccountPane, addressOfPane, WORDS_OF_PANE } from '../../features/accounts/panes.ts'
import { AWAY } from '../../features/planning/places.ts'
import { reportFault } from '../faults/faults.ts'
import type { Translate } from '../i18n/i18n.ts'
import { useWords } from '../i18n/use-words.ts'

const ICONS: Readonly<Record<QueueId, Icon>> = { absences: CalendarXIcon, 'contact-requests': ChatTextIcon, accounts: KeyIcon }

function FacetItem({ queue, facet, count, current }: { queue: QueueId; facet: Facet; count: number; current: boolean }) {
  const { t } = useWords()
  const to = `/${queue}?facet=${facet}`
  return (
    <RailSubItem
      label={t(`domain.facet.${facet}`)}
      href={useHref(to)}
      onClick={useLinkClickHandler(to)}
      count={String(count)}
      countLabel={t('shell.facetCount', { count })}
      hot={facet === 'late-notice' && count > 0}
      current={current}
    />
  )
}

function countWords(counter: QueueCounter, t: Translate): string {
  const open = t('shell.openCount', { count: counter.open })
  const overdue = capped(counter.overdue, t('shell.capped'))
  return counter.overdue > 0 ? `${open}, ${t('shell.overdueCount', { overdue })}` : open
}

function QueueItem({ queue }: { queue: QueueId }) {
  const { t } = useWords()
  const counter = useCounter(queue)
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const here = pathname.split('/')[1] === queue
  const facet = here ? search.get('facet') : null
  const isPane = ACCOUNT_PANES.some((pane) => pathname === addressOfPane(pane))
  const to = `/${queue}`
  return (
    <>
      <RailItem
        icon={ICONS[queue]}
        label={t(`domain.queue.${queue}`)}
        href={useHref(to)}
        onClick={useLinkClickHandler(to)}
        count={counter ? String(counter.open) : undefined}
        countLabel={counter ? countWords(counter, t) : undefined}
        hot={!here && counter !== null && counter.overdue > 0}
        current={here && facet === null && !isPane}
      />
      {here &&
        FACETS_OF_QUEUE[queue]
          .filter((one) => (counter?.facets[one] ?? 0) > 0 || one === facet)
          .map((one) => (
            <FacetItem key={one} queue={queue} facet={one} count={counter?.facets[one] ?? 0} current={one === facet} />
          ))}
      {queue === 'accounts' && <AccountsDesk />}
    </>
  )
}

/** What stands beside the accounts queue; a letter or a request that waits is seen from every queue. */
function AccountsDesk() {
  const { t } = useWords()
  const counts = useAccountsDesk()
  const { pathname } = useLocation()
  const here = pathname.split('/')[1] === 'accounts'
  return ACCOUNT_PANES.filter((pane) => here || (pane !== 'new' && (counts?.[pane] ?? 0) > 0)).map((pane) => (
    <AccountsDeskItem
      key={pane}
      pane={pane}
      label={t(WORDS_OF_PANE[pane])}
      count={pane === 'new' ? 0 : (counts?.[pane] ?? 0)}
      current={pathname === addressOfPane(pane)}
    />
  ))
}

function AccountsDeskItem(props: { pane: AccountPane; label: string; count: number; current: boolean }) {
  const { pane, label, count, current } = props
  const { t } = useWords()
  const to = addressOfPane(pane)
  const words = pane === 'letters' ? 'accountDesk.letters.count' : 'accountDesk.approvals.waiting'
  return (
    <RailSubItem
      label={label}
      href={useHref(to)}
      onClick={useLinkClickHandler(to, { state: { focus: true } })}
      count={count > 0 ? String(count) : undefined}
      countLabel={count > 0 ? t(words, { count }) : undefined}
      hot={pane === 'approvals' && count > 0}
      current={current}
    />
  )
}

/** Caregivers who are not there, for who places visits. */
function AwayItem() {
  const { t } = useWords()
  const { pathname } = useLocation()
  return (
    <RailItem
      icon={UserMinusIcon}
      label={t('planning.menu')}
      href={useHref(AWAY)}
      onClick={useLinkClickHandler(AWAY)}
      current={pathname.startsWith(AWAY)}
    />
  )
}

export interface DeskRailProps {
  onSettings: () => void
  onWeights: () => void
  onKeys: () => void
  onLock: () => void
}

function UserMenu({ onSettings, onWeights, onKeys, onLock }: DeskRailProps) {
  const { t } = useWords()
  // Who works with visits sees what proposals are weighed with.
  const { role } = useStaff()
  const weighs = CASE_STAFF.some((one) => one === role)
  const signOut = useSessionAct('session.sign-out')
  const acts = {
    settings: onSettings,
    weights: onWeights,
    keys: onKeys,
    lock: onLock,
    'sign-out': () => signOut.mutate({}, { onError: reportFault }),
  }
  return (
    <MenuButton
      icon={GearSixIcon}
      label={t('shell.userMenu')}
      onPick={(act) => acts[act]()}
      choices={[
        { value: 'settings', label: t('shell.settings'), icon: GearSixIcon },
        ...(weighs ? [{ value: 'weights' as const, label: t('settings.weights.menu'), icon: ScalesIcon }] : []),
        { value: 'keys', label: t('shell.keys'), icon: KeyboardIcon },
        { value: 'lock', label: t('shell.lock'), icon: LockSimpleIcon },
        { value: 'sign-out', label: t('shell.signOut'), icon: SignOutIcon },
      ]}
    />
  )
}

export function DeskRail(props: DeskRailProps) {
  const { t } = useWords()
  const staff = useStaff()
  const queues = useQueues()
  const plansVisits = usePlansVisits()
  const role = t(`domain.role.${staff.role}`)
  return (
    <Rail
      label={t('shell.rail')}
      foot={
        <RailUser
          id={staff.id}
          name={staff.name}
          role={staff.team ? t('shell.teamRole', { role, team: staff.team }) : role}
          action={<UserMenu {...props} />}
        />
      }
    >
      {(queues.length > 0 || plansVisits) && (
        <RailGroup label={t('shell.railGroup')}>
          {queues.map((queue) => (
            <QueueItem key={queue} queue={queue} />
          ))}
          {plansVisits && <AwayItem />}
        </RailGroup>
      )}
    </Rail>
  )
}
