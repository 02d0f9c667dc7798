/** A sentence of the catalogue with its weighty facts in bold (`<b>`) or urgent (`<hot>`). Values are text, never markup. */
import type { ComponentType, ReactElement } from 'react'
import { Trans } from 'react-i18next'
import { Hot } from '../../components/CaseHeader.tsx'
import type { WordKey } from './i18n.ts'

export interface SaidProps {
  i18nKey: WordKey
  values?: Readonly<Record<string, string | number>>
  count?: number
}

/** The same component with the keys as they come from {@link SaidProps}: checking each key against each sentence is beyond the compiler. */
const Words = Trans as unknown as ComponentType<{
  i18nKey: string
  values: Readonly<Record<string, string | number>>
  count?: number
  components: Readonly<Record<string, ReactElement>>
}>

const components = { b: <b />, hot: <Hot /> }

export function Said({ i18nKey, values = {}, count }: SaidProps) {
  return (
    <Words
      i18nKey={i18nKey}
      values={{ ...values, ...(count !== undefined && { count }) }}
      count={count}
      components={components}
    />
  )
}
