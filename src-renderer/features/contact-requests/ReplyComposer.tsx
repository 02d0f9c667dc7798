/** The composer of a reply, with what the reply waits for in words. */
import { FloppyDiskIcon } from '@phosphor-icons/react/FloppyDisk'
import { WarningIcon } from '@phosphor-icons/react/Warning'
import type { ContactSubjectOfCase } from '../../../shared/domain/cases.ts'
import { problemSentence } from '../../../shared/domain/problems.ts'
import { clockTime } from '../../app/format/dates.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Composer, type ComposerState } from '../../components/Composer.tsx'
import { ComposerNote, ComposerReaders } from '../../components/ComposerParts.tsx'
import { useIsConnected } from '../../data/workstation.ts'
import type { Reply } from './use-reply.ts'

export interface ReplyComposerProps {
  name: string
  subject: ContactSubjectOfCase
  reply: Reply
}

interface Standing {
  readonly state: ComposerState
  readonly reason?: string
}

function useStanding(reply: Reply): Standing {
  const { t, lang } = useWords()
  const connected = useIsConnected()
  const { entry, draft } = reply
  if (entry?.state === 'waiting') return { state: 'sending', reason: t('contact.waiting') }
  if (reply.busy) return { state: 'sending', reason: t('contact.sending') }
  if (reply.unseen) return { state: 'stale' }
  if (entry?.problem && entry.problem.code !== 'stale-version') {
    return { state: 'returned', reason: t('contact.returned', { sentence: problemSentence(entry.problem, lang) }) }
  }
  if (!connected) return { state: 'offline', reason: t('contact.offline') }
  if (draft.text === '') return { state: 'empty' }
  return { state: draft.status === 'typing' ? 'typing' : 'saved' }
}

function SavedNote({ draft }: Pick<Reply, 'draft'>) {
  const { t } = useWords()
  if (draft.status === 'failed') return <ComposerNote icon={WarningIcon} text={t('contact.saveFails')} live />
  if (draft.text === '' || draft.status === 'loading') return null
  if (draft.status === 'typing') return <ComposerNote icon={FloppyDiskIcon} text={t('contact.saving')} />
  return draft.savedAt ? (
    <ComposerNote icon={FloppyDiskIcon} text={t('contact.saved', { time: clockTime(draft.savedAt) })} />
  ) : null
}

export function ReplyComposer({ name, subject, reply }: ReplyComposerProps) {
  const { t } = useWords()
  const { state, reason } = useStanding(reply)
  const { readers } = subject
  return (
    <Composer
      label={t('contact.composer', { name })}
      value={reply.draft.text}
      onChange={reply.draft.setText}
      placeholder={t('contact.placeholder')}
      state={state}
      reason={reason}
      readers={
        <ComposerReaders
          label={readers.length > 0 ? t('contact.readers') : t('contact.noReaders')}
          readers={readers.map((reader) => ({
            name: reader.name,
            text: reader.name === name ? reader.name : `${reader.name}, ${reader.relation}`,
          }))}
          verdict={readers.length > 0 ? t('contact.readersVerdict', { count: readers.length }) : undefined}
        />
      }
      notes={<SavedNote draft={reply.draft} />}
    />
  )
}
