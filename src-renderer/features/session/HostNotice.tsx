/** Says which host runs and why, on the sign-in screen; for the browser host this is a rule (norms.md). */
import { styled } from '@mui/material/styles'
import { useWords } from '../../app/i18n/use-words.ts'
import { color, small } from '../../app/theme/tokens.ts'
import { useAppInfo } from '../../data/workstation.ts'

const Notice = styled('div')({
  ...small,
  width: 334,
  maxWidth: '100%',
  padding: '12px 4px 0',
  color: color.t3,
  '& b': { color: color.t2 },
})

export function HostNotice() {
  const { t } = useWords()
  const info = useAppInfo()
  if (!info) return null
  return (
    <Notice>
      {info.reason !== null && (
        <>
          <p>
            <b>{t('session.browserHost')}.</b> {t('session.browserHostText')}
          </p>
          {/* The reason comes from the set-up and is written in English, as in the terminal. */}
          <p>
            {t('session.browserHostReason')} <span lang="en">{info.reason}</span>
          </p>
        </>
      )}
      <p>{t('session.portal', { url: info.portalUrl })}</p>
    </Notice>
  )
}
