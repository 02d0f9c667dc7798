/** The doctor's findings in words. The server names a finding; its sentence stands in the catalogue. */
import type { CheckState, Diagnosis, DoctorCheck } from '../../../shared/domain/accounts.ts'
import { shortInstant, type Telling } from '../../app/format/dates.ts'
import type { WordKey } from '../../app/i18n/i18n.ts'
import { nl } from '../../app/i18n/nl.ts'
import type { DoctorState } from '../../components/DoctorLine.tsx'

/** Cause first, then what is in order, then what deserves attention, then what says nothing. */
const RANK: Readonly<Record<CheckState, number>> = { cause: 0, passed: 1, warning: 2, 'not-tested': 3, 'not-applicable': 4 }

/** The cause that is named stands first, also when there are more. */
export function inOrder({ checks, cause }: Diagnosis): DoctorCheck[] {
  return [...checks].sort((a, b) => Number(b.check === cause) - Number(a.check === cause) || RANK[a.state] - RANK[b.state])
}

/** A finding that the catalogue does not know (a newer server) is shown by its name rather than not at all. */
export function findingWords({ check, finding, params }: DoctorCheck, { t }: Telling): string {
  const known: Readonly<Record<string, string>> = nl.accounts.doctor.finding[check]
  return finding in known ? t(`accounts.doctor.finding.${check}.${finding}` as WordKey, params) : finding
}

/** "09:02", "van 5". */
export function evidenceWords({ check, params, at }: DoctorCheck, telling: Telling): string | null {
  if (at) return shortInstant(at, telling)
  const max = params['max']
  return check === 'blocked' && max !== undefined ? telling.t('accounts.doctor.ofMax', { max }) : null
}

export function lineState(state: CheckState): DoctorState {
  return state === 'not-tested' ? 'could-not-check' : state
}

/** Under which name the catalogue explains a cause: its check, or the finding where one check has two stories. */
export function storyOf({ check, finding }: DoctorCheck): DoctorCheck['check'] | 'not-a-member' {
  return finding === 'not-a-member' ? finding : check
}

export function causeOf(diagnosis: Diagnosis): DoctorCheck | null {
  return diagnosis.checks.find((check) => check.check === diagnosis.cause) ?? null
}
