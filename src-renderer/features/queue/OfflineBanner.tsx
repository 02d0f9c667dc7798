/** Says that there is no connection, since when, and that work can go on. */
import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { clockTime } from '../../app/format/dates.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Banner } from '../../components/Banner.tsx'
import { useLive } from '../../data/workstation.ts'

export function OfflineBanner() {
  const { t } = useWords()
  const live = useLive()
  if (live === null || live.connected) return null
  return (
    <Banner icon={WifiSlashIcon} title={t('shell.offlineSince', { time: clockTime(live.since) })} text={t('shell.offlineText')} />
  )
}
