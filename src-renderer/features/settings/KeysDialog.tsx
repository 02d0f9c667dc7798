/** The keys of the desk, by place. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import type { QueueId } from '../../../shared/domain/staff.ts'
import type { WordKey } from '../../app/i18n/i18n.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color } from '../../app/theme/tokens.ts'
import { Kbd } from '../../components/Kbd.tsx'
import { SingleKeysContext } from '../../components/key-hints.ts'
import { usePlansVisits, useStaff } from '../../data/workstation.ts'

type Line = readonly [keys: readonly (readonly string[])[], words: WordKey]
interface Group {
  readonly title: WordKey
  /** Only for who works in this queue, or places visits. */
  readonly queue: QueueId | 'planning' | null
  readonly lines: readonly Line[]
}

const GROUPS: readonly Group[] = [
  {
    title: 'settings.keyGroups.everywhere',
    queue: null,
    lines: [
      [[['?']], 'settings.keys.help'],
      [[['/']], 'settings.keys.search'],
      [[['Esc']], 'settings.keys.back'],
      [[['I']], 'settings.keys.context'],
      [[['Ctrl', 'Shift', 'L']], 'settings.keys.lock'],
    ],
  },
  {
    title: 'settings.keyGroups.list',
    queue: null,
    lines: [
      [[['J'], ['↓']], 'settings.keys.nextRow'],
      [[['K'], ['↑']], 'settings.keys.previousRow'],
      [[['Home'], ['End']], 'settings.keys.firstLast'],
      [[['↵']], 'settings.keys.open'],
    ],
  },
  {
    title: 'settings.keyGroups.absences',
    queue: 'absences',
    lines: [
      [[['1'], ['9']], 'settings.keys.pick'],
      [[['M']], 'settings.keys.moreProposals'],
      [[['V']], 'settings.keys.move'],
      [[['X']], 'settings.keys.cancel'],
      [[['S']], 'settings.keys.keep'],
      [[['Ctrl', '↵']], 'settings.keys.process'],
    ],
  },
  {
    title: 'settings.keyGroups.planning',
    queue: 'planning',
    lines: [
      [[['N']], 'settings.keys.reportAway'],
      [[['Ctrl', '↵']], 'settings.keys.placeOrAccept'],
      [[['B']], 'settings.keys.computeAgain'],
      [[['D']], 'settings.keys.saveCsv'],
    ],
  },
  {
    title: 'settings.keyGroups.contact',
    queue: 'contact-requests',
    lines: [
      [[['Ctrl', '↵']], 'settings.keys.send'],
      [[['N']], 'settings.keys.nextChange'],
    ],
  },
  {
    title: 'settings.keyGroups.accounts',
    queue: 'accounts',
    lines: [
      [[['R']], 'settings.keys.again'],
      [[['↵']], 'settings.keys.checkCode'],
      [[['Ctrl', '↵']], 'settings.keys.makeAccount'],
    ],
  },
]

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '120px minmax(0, 1fr)',
  rowGap: 6,
  alignItems: 'center',
  '& dt': { display: 'flex', gap: 8 },
  '& dd': { color: color.text },
})
const Heading = styled('h3')({ margin: '14px 0 8px', fontSize: 12, lineHeight: '16px', fontWeight: 600, color: color.t2 })

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const { queues } = useStaff()
  const plansVisits = usePlansVisits()
  const isFor = ({ queue }: Group) => queue === null || (queue === 'planning' ? plansVisits : queues.includes(queue))
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="keys-title">
      <DialogTitle id="keys-title">{t('settings.keysTitle')}</DialogTitle>
      <DialogContent>
        {/* Here the keys are the content: shown also where single keys are off, with the words that say so. */}
        <SingleKeysContext value={true}>
          {GROUPS.filter(isFor).map((group) => (
            <section key={group.title}>
              <Heading>{t(group.title)}</Heading>
              <List>
                {group.lines.map(([keys, words]) => (
                  <div key={words} style={{ display: 'contents' }}>
                    <dt>
                      {keys.map((combination) => (
                        <Kbd key={combination.join()} keys={combination} spoken />
                      ))}
                    </dt>
                    <dd>{t(words)}</dd>
                  </div>
                ))}
              </List>
            </section>
          ))}
        </SingleKeysContext>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
