/** Postvak uit: what waits or came back, with the way to it. */
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { styled } from '@mui/material/styles'
import { useNavigate } from 'react-router'
import type { OutboxEntry } from '../../../shared/bridge/outbox.ts'
import { problemSentence } from '../../../shared/domain/problems.ts'
import { OutboxItem } from '../../components/OutboxItem.tsx'
import { SectionHeading } from '../../components/SectionHeading.tsx'
import { dismissEntry, retryEntry } from '../../data/outbox.ts'
import { useIsConnected, useOutbox } from '../../data/workstation.ts'
import { reportFault } from '../faults/faults.ts'
import { clockTime } from '../format/dates.ts'
import { useWords } from '../i18n/use-words.ts'
import { color, small } from '../theme/tokens.ts'

const Body = styled('div')({ width: 460, maxWidth: '100%', padding: '8px 16px 12px' })
const Quiet = styled('p')({ ...small, color: color.t3, paddingTop: 4 })

/** The place where an entry was made. */
export function placeOf(entry: Pick<OutboxEntry, 'route' | 'caseId'>): string {
  switch (entry.route) {
    case 'absences.decide':
      return `/absences/${entry.caseId}`
    case 'contact-requests.reply':
      return `/contact-requests/${entry.caseId}`
    default: {
      const never: never = entry.route
      return never
    }
  }
}

function useEntryWords() {
  const { t, lang } = useWords()
  const title = (entry: OutboxEntry) =>
    entry.route === 'absences.decide' ? t('shell.decisionOn', { name: entry.label }) : t('shell.replyTo', { name: entry.label })
  const text = (entry: OutboxEntry) =>
    entry.state === 'returned'
      ? t('shell.returnedBecause', { reason: entry.problem ? problemSentence(entry.problem, lang) : '' })
      : t(entry.state === 'waiting' ? 'shell.waitingSince' : 'shell.sendingSince', { time: clockTime(entry.createdAt) })
  return { title, text }
}

export function OutboxPanel({ anchor, onClose }: { anchor: HTMLElement | null; onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const connected = useIsConnected()
  const words = useEntryWords()
  const entries = useOutbox().filter((entry) => entry.state !== 'accepted')
  const look = (entry: OutboxEntry) => {
    onClose()
    void navigate(placeOf(entry))
  }
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': t('shell.outbox') } }}
    >
      <Body>
        <SectionHeading title={t('shell.outbox')} note={entries.length} bottom={0} />
        {entries.length === 0 && <Quiet>{t('shell.outboxNothing')}</Quiet>}
        <ul>
          {entries.map((entry) => (
            <OutboxItem
              key={entry.requestId}
              state={entry.state === 'accepted' ? 'sending' : entry.state}
              title={words.title(entry)}
              text={words.text(entry)}
              action={
                <>
                  {entry.state === 'returned' && (
                    <>
                      <Button size="small" variant="text" onClick={() => void retryEntry(entry.requestId).catch(reportFault)}>
                        {t('shell.retry')}
                      </Button>
                      <Button size="small" variant="text" onClick={() => void dismissEntry(entry.requestId).catch(reportFault)}>
                        {t('shell.dismiss')}
                      </Button>
                    </>
                  )}
                  <Button size="small" variant={entry.state === 'returned' ? 'outlined' : 'text'} onClick={() => look(entry)}>
                    {entry.state === 'returned' ? t('shell.lookAtEntry') : t('shell.openEntry')}
                  </Button>
                </>
              }
            />
          ))}
        </ul>
        {!connected && <Quiet>{t('shell.offlineNever')}</Quiet>}
        <Button size="small" sx={{ mt: '8px' }} onClick={onClose}>
          {t('shell.close')}
        </Button>
      </Body>
    </Popover>
  )
}
