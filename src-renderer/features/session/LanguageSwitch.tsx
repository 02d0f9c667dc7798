/** The language before signing in: each named in itself. */

import { language } from '../../../shared/domain/language.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { Segmented } from '../../components/Segmented.tsx'
import { useChangeSettings, useSettings } from '../../data/workstation.ts'

export function LanguageSwitch() {
  const { t } = useWords()
  const settings = useSettings()
  const change = useChangeSettings()
  return (
    <div style={{ paddingTop: 12 }}>
      <Segmented
        label={t('settings.language')}
        value={settings.language}
        options={language.options.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
        onChange={(value) => change.mutate({ language: value })}
      />
    </div>
  )
}
