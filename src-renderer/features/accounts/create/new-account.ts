/** What a new account is made of while it is typed, and what of it is not right yet. */
import { API } from '../../../../shared/api/table.ts'
import type { AccountOwner, AccountRules, PortalUserKind } from '../../../../shared/domain/accounts.ts'
import { checkInput, ruleSentence } from '../../../../shared/domain/field-rules.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { FieldProblem } from '../../../../shared/domain/problems.ts'
import type { ActInput } from '../../../data/use-act.ts'

export interface NewAccountForm {
  readonly kind: PortalUserKind
  readonly name: string
  readonly relation: string
  readonly email: string
  readonly mobile: string
  readonly reason: string
}

export const FORM_FIELDS = ['kind', 'name', 'relation', 'email', 'mobile', 'reason'] as const
export type FormField = (typeof FORM_FIELDS)[number]
export type Wrong = Partial<Record<FormField, string>>

type CreateBody = ActInput<'accounts.create'>['body']

/** The kinds of account this owner can be given. */
export function kindsFor(owner: AccountOwner, rules: AccountRules): PortalUserKind[] {
  return rules.kinds.filter((kind) => (kind === 'organisation-contact') === (owner.kind === 'organisation'))
}

/** A client has one account of their own. */
export const isTaken = (owner: AccountOwner, kind: PortalUserKind): boolean => kind === 'client' && owner.has.includes('client')

/** The form as it opens: who is most likely, and of a client themself the name. */
export function formFor(owner: AccountOwner, rules: AccountRules): NewAccountForm {
  const kinds = kindsFor(owner, rules)
  const kind = kinds.find((one) => !isTaken(owner, one)) ?? kinds[0] ?? 'client'
  return { kind, name: kind === 'client' ? owner.name : '', relation: '', email: '', mobile: '', reason: '' }
}

/** Another kind: the client's own name comes and goes with it, what was typed stays. */
export function withKind(form: NewAccountForm, kind: PortalUserKind, owner: AccountOwner): NewAccountForm {
  const name = kind === 'client' && form.name === '' ? owner.name : kind !== 'client' && form.name === owner.name ? '' : form.name
  return { ...form, kind, name }
}

export function bodyOf(form: NewAccountForm, owner: AccountOwner): CreateBody {
  const place =
    owner.kind === 'client'
      ? ({ kind: 'client', clientId: owner.id } as const)
      : ({ kind: 'organisation', organisationId: owner.id } as const)
  const { email, mobile, ...rest } = form
  return { owner: place, ...rest, email: email.trim(), mobile: mobile.trim() }
}

/** A sentence per field, from what the portal or the contract says of it. */
export function wrongOf(fields: readonly FieldProblem[]): Wrong {
  const wrong: Wrong = {}
  for (const { field, message } of fields) {
    const name = FORM_FIELDS.find((one) => field === one || field.endsWith(`.${one}`))
    if (name && !wrong[name]) wrong[name] = message
  }
  return wrong
}

/** What is not right yet, found here: the contract's rules for each field, and what this portal cannot do without. */
export function check(form: NewAccountForm, owner: AccountOwner, rules: AccountRules, lang: Language): Wrong {
  const checked = checkInput(API['accounts.create'].body, bodyOf(form, owner), lang)
  return {
    ...(rules.emailNeeded && form.email.trim() === '' ? { email: ruleSentence('email-for-log-in', lang) } : {}),
    ...(rules.mobileNeeded && form.mobile.trim() === '' ? { mobile: ruleSentence('mobile-for-log-in', lang) } : {}),
    ...(checked.ok ? {} : wrongOf(checked.fields)),
  }
}
