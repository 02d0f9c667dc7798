/** A fault outside any pane: said, with its code, and put away by the user. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { WarningOctagonIcon } from '@phosphor-icons/react/WarningOctagon'
import { Banner } from '../../components/Banner.tsx'
import { CopyCode } from '../faults/CopyCode.tsx'
import { useFaultStore } from '../faults/faults.ts'
import { useWords } from '../i18n/use-words.ts'
import { radius, shadow } from '../theme/tokens.ts'

// In the corner of the context: what is being typed or decided stays in sight.
const Place = styled('div')({
  position: 'fixed',
  zIndex: 20,
  right: 12,
  bottom: 72,
  width: 460,
  maxWidth: 'calc(100% - 24px)',
  borderRadius: radius.card,
  overflow: 'hidden',
  boxShadow: shadow.sh3,
})

export function FaultBanner() {
  const { t } = useWords()
  const fault = useFaultStore((state) => state.fault)
  if (fault === null) return null
  return (
    <Place>
      <Banner
        icon={WarningOctagonIcon}
        tone="hot"
        title={t('case.faultTitle')}
        text={`${t('case.saved')} ${fault}`}
        action={
          <>
            <CopyCode text={fault} />
            <Button size="small" onClick={() => useFaultStore.setState({ fault: null })}>
              {t('shell.close')}
            </Button>
          </>
        }
      />
    </Place>
  )
}
