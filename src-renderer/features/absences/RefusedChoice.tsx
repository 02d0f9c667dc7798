/** Why the portal did not take a choice, on its card: the rule with its figures, and which visits moved under the proposal, and how. */
import { styled } from '@mui/material/styles'
import { shortDay, type Telling } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import type { Refused } from './refusals.ts'
import { targetMoment, visitDetail, visitMoment } from './visit-words.ts'

const Changes = styled('ul')({ margin: '4px 0 0', paddingLeft: 18, listStyle: 'disc', '& li': { padding: '1px 0' } })

/** So many are told; a proposal of this morning may have been overtaken by a whole day's work. */
const TOLD_MOST = 5

/** "Mevr. C. Test: nu do 3 dec 09:30–11:00 · HV 1 · Samira Öztürk, was do 3 dec 14:00". */
function changeWords({ visit, client }: Refused['changed'][number], telling: Telling): string {
  const { t } = telling
  const now = `${visitMoment(visit, telling)} · ${visitDetail(visit)}`
  if (visit.status === 'cancelled') return t('absences.since.cancelled', { client, now })
  if (visit.previous) return t('absences.since.moved', { client, now, was: targetMoment(visit.previous, telling) })
  return t(visit.version === 1 ? 'absences.since.planned' : 'absences.since.changed', { client, now })
}

export function RefusedChoice({ sentence, changed, absences }: Refused) {
  const telling = useTelling()
  const { t } = telling
  const lines = [
    ...absences.map(({ caregiver, from, to }) =>
      t('absences.since.absent', { name: caregiver.name, from: shortDay(from, telling), to: shortDay(to, telling) }),
    ),
    ...changed.map((change) => changeWords(change, telling)),
  ]
  const untold = lines.length - TOLD_MOST
  if (lines.length === 0) return sentence
  return (
    <>
      {sentence} {t('absences.since.title')}
      <Changes>
        {lines.slice(0, TOLD_MOST).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {untold > 0 && <li>{t('absences.since.more', { count: untold })}</li>}
      </Changes>
    </>
  )
}
