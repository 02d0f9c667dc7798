/** Refuses with one wrong field, for rules that need the database or the profile and so cannot stand in a schema. */

import type { Route } from '../../shared/api/route.ts'
import { ruleSentence } from '../../shared/domain/field-rules.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Context, Refusal } from './context.ts'

/** `invalid-input` naming one field and the rule it breaks. */
export function refuseField(
  c: { readonly lang: Language; readonly fail: Context<Route>['fail'] },
  field: string,
  rule: string,
  params: Record<string, string | number> = {},
): Refusal {
  return c.fail('invalid-input', {}, { fields: [{ field, rule, message: ruleSentence(rule, c.lang, params) }] })
}
