/** The sentence an account opens with: what its owner cannot do, and why. */
import type { Account } from '../../../shared/domain/accounts.ts'
import { nearInstant } from '../../app/format/dates.ts'
import { useTelling } from '../../app/format/use-format.ts'
import { Said } from '../../app/i18n/Said.tsx'
import { causeOf, storyOf } from './doctor-words.ts'

export function AccountSentence({ account }: { account: Account }) {
  const telling = useTelling()
  const cause = causeOf(account.diagnosis)
  if (!cause) return <Said i18nKey="accounts.sentence.fine" />
  const values = { ...cause.params, ...(cause.at ? { when: nearInstant(cause.at, telling) } : {}) }
  return cause.check === 'blocked' && !cause.at ? (
    <Said i18nKey="accounts.sentence.blockedNoTime" values={values} />
  ) : (
    <Said i18nKey={`accounts.sentence.${storyOf(cause)}`} values={values} />
  )
}
