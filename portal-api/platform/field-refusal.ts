/** Refuses with one wrong field, for rules that need the database or the profile and so cannot stand in a schema. */

import type { Route } from '../../shared/api/route.ts'
import { ruleSentence } from '../../shared/domain/field-rules.ts'
import type { Language } from '../../shared/domain/language.ts'
import { type ProblemCode, type ProblemParams, problemSentence } from '../../shared/domain/problems.ts'
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

/** Refuses a list and says which of its entries it is about: `decisions.3` breaks the rule that the problem is named after. */
export function refuseEntries(
  c: { readonly lang: Language; readonly fail: Context<Route>['fail'] },
  list: string,
  indexes: readonly number[],
  code: ProblemCode,
  params: ProblemParams = {},
  current?: unknown,
): Refusal {
  const message = problemSentence({ code, params: { ...params } }, c.lang)
  return c.fail(code, params, {
    ...(current === undefined ? {} : { current }),
    fields: indexes.map((index) => ({ field: `${list}.${index}`, rule: code, message })),
  })
}
