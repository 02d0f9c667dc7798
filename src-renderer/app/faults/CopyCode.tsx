/** Copies the text of a problem or a fault, and says that it did. */
import Button from '@mui/material/Button'
import { announce } from '../../stores/announcer.ts'
import { useWords } from '../i18n/use-words.ts'

export function CopyCode({ text }: { text: string }) {
  const { t } = useWords()
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    announce(t('case.copied'))
  }
  return (
    <Button variant="text" onClick={() => void copy()}>
      {t('case.copy')}
    </Button>
  )
}
