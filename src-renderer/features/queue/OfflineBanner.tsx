/** Says that there is no connection, since when, and that work can go on; or, where nothing waits to be sent, what cannot be done now. */
import { WifiSlashIcon } from '@phosphor-icons/react/WifiSlash'
import { clockTime } from '../../app/format/dates.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Banner } from '../../components/Banner.tsx'
import { useLive } from '../../data/workstation.ts'

export function OfflineBanner({ text }: { text?: string }) {
  const { t } = useWords()
  const live = useLive()
  if (live === null || live.connected) return null
  return (
    <Banner
      icon={WifiSlashIcon}
      title={t('shell.offlineSince', { time: clockTime(live.since) })}
      text={text ?? t('shell.offlineText')}
    />
  )
}
