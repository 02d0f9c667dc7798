/** What an act on an account stops, opens and tells, in words, before it is done. */
import type { ActPreview } from '../../../shared/domain/accounts.ts'
import type { Translate } from '../../app/i18n/i18n.ts'
import type { ActionOutcome } from '../../components/ActionAccordion.tsx'

function stopsWords({ act, stops }: ActPreview, t: Translate): string {
  const parts = [
    act === 'forget-devices' ? null : t(`accounts.acts.stops.${act}`),
    stops.devices > 0 ? t('accounts.acts.devices', { count: stops.devices }) : null,
    stops.sessions > 0 ? t('accounts.acts.sessions', { count: stops.sessions }) : null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(', ') : t('accounts.acts.nothing')
}

function opensWords({ act, method }: ActPreview, t: Translate): string {
  if (act === 'reset-password') return t(`accounts.acts.opens.${method ?? 'link'}`)
  return t(`accounts.acts.opens.${act}`)
}

export function outcomesOf(preview: ActPreview, t: Translate): ActionOutcome[] {
  return [
    { term: t('accounts.acts.term.stops'), text: stopsWords(preview, t) },
    { term: t('accounts.acts.term.opens'), text: opensWords(preview, t) },
    {
      term: t('accounts.acts.term.tells'),
      text: preview.tells.length > 0 ? preview.tells.join(', ') : t('accounts.acts.tellsNobody'),
    },
  ]
}

/** "Vergeet 2 apparaten". */
export function buttonWords({ act, stops }: ActPreview, t: Translate): string {
  return act === 'forget-devices'
    ? t('accounts.acts.button.forget-devices', { count: stops.devices })
    : t(`accounts.acts.button.${act}`)
}
