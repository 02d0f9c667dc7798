/** Language, colours, row height, single-key shortcuts: applied at once, kept by the workstation. */
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { styled } from '@mui/material/styles'
import type { ReactNode } from 'react'
import { settings as settingsSchema } from '../../../shared/bridge/channels.ts'
import { language } from '../../../shared/domain/language.ts'
import { useSentence } from '../../app/faults/use-sentence.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { Segmented } from '../../components/Segmented.tsx'
import { useAppInfo, useChangeSettings, useSettings } from '../../data/workstation.ts'

const Row = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  minHeight: 40,
  '& > div:first-of-type': { flex: 1, minWidth: 160, color: color.text },
  '& small': { ...small, display: 'block', color: color.t3 },
})
const About = styled('p')({ ...small, color: color.t3, paddingTop: 12 })
const Refusal = styled('div')({ ...small, color: color.hot })

function Setting({ name, note, children }: { name: string; note?: string; children: ReactNode }) {
  return (
    <Row>
      <div>
        {name}
        {note && <small>{note}</small>}
      </div>
      {children}
    </Row>
  )
}

function Choices() {
  const { t } = useWords()
  const now = useSettings()
  const change = useChangeSettings()
  const refusal = useSentence(change.error)
  const { theme, density } = settingsSchema.shape
  return (
    <>
      <Setting name={t('settings.language')}>
        <Segmented
          label={t('settings.language')}
          value={now.language}
          options={language.options.map((value) => ({ value, label: t(`settings.languages.${value}`) }))}
          onChange={(value) => change.mutate({ language: value })}
        />
      </Setting>
      <Setting name={t('settings.theme')}>
        <Segmented
          label={t('settings.theme')}
          value={now.theme}
          options={theme.options.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(value) => change.mutate({ theme: value })}
        />
      </Setting>
      <Setting name={t('settings.density')}>
        <Segmented
          label={t('settings.density')}
          value={now.density}
          options={density.options.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
          onChange={(value) => change.mutate({ density: value })}
        />
      </Setting>
      <Setting name={t('settings.singleKeys')} note={t('settings.singleKeysText')}>
        <Segmented
          label={t('settings.singleKeys')}
          value={now.singleKeys ? 'on' : 'off'}
          options={[
            { value: 'on', label: t('settings.on') },
            { value: 'off', label: t('settings.off') },
          ]}
          onChange={(value) => change.mutate({ singleKeys: value === 'on' })}
        />
      </Setting>
      <Refusal role="alert">{refusal && t('settings.fails', { sentence: refusal })}</Refusal>
    </>
  )
}

export function SettingsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  const info = useAppInfo()
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby="settings-title">
      <DialogTitle id="settings-title">{t('settings.title')}</DialogTitle>
      <DialogContent>
        <Choices />
        {info && <About>{[t('settings.version', { version: info.version }), info.portalUrl].join(' · ')}</About>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('shell.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
