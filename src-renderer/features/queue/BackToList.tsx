/** Back to the list, where the window has room for one of the two only. */
import { ArrowLeftIcon } from '@phosphor-icons/react/ArrowLeft'
import { useWords } from '../../app/i18n/use-words.ts'
import { IconAction } from '../../components/IconAction.tsx'
import { useShellLayout } from '../../components/layout.ts'

export function BackToList({ onBack }: { onBack: () => void }) {
  const { t } = useWords()
  return useShellLayout().onePane ? (
    <IconAction icon={ArrowLeftIcon} label={t('shell.back')} keys={['Esc']} onClick={onBack} />
  ) : null
}
