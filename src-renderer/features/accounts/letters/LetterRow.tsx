/** One letter: to whom, until when it counts, and printing it after a question, because it can be done once. */
import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { CheckCircleIcon } from '@phosphor-icons/react/CheckCircle'
import { EnvelopeSimpleIcon } from '@phosphor-icons/react/EnvelopeSimple'
import { PrinterIcon } from '@phosphor-icons/react/Printer'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { WaitingLetter } from '../../../../shared/domain/letters.ts'
import { toLocal } from '../../../../shared/domain/local-time.ts'
import { useSentence } from '../../../app/faults/use-sentence.ts'
import { nearInstant, shortDay } from '../../../app/format/dates.ts'
import { useTelling } from '../../../app/format/use-format.ts'
import { Said } from '../../../app/i18n/Said.tsx'
import { color, small } from '../../../app/theme/tokens.ts'
import { LinkButton } from '../../../components/LinkButton.tsx'
import { ask } from '../../../data/bridge.ts'
import { isProblem } from '../../../data/problem-error.ts'
import { saveFile } from '../../../data/save-file.ts'
import { confirmed } from '../../../data/use-act.ts'
import { useIsConnected } from '../../../data/workstation.ts'
import { announce } from '../../../stores/announcer.ts'

const Line = styled('div')({ display: 'flex', alignItems: 'center', gap: 12, padding: '10px 12px 10px 14px' })
const Text = styled('div')({
  flex: 1,
  minWidth: 0,
  '& small': { ...small, display: 'block', color: color.t2 },
})
const Below = styled('div')({
  ...small,
  padding: '10px 14px 12px 42px',
  borderTop: `1px solid ${color.line}`,
  backgroundColor: color.sunken,
  color: color.t2,
  '& > p + p': { marginTop: 4 },
  '& > div': { display: 'flex', gap: 8, marginTop: 10 },
  '&:focus': { outline: 'none' },
})

export interface LetterRowProps {
  letter: WaitingLetter
  onPrinted: (letter: WaitingLetter) => void
  /** It may not be there any more: the list is to be looked at again. */
  onGone: () => void
}

export function LetterRow({ letter, onPrinted, onGone }: LetterRowProps) {
  const telling = useTelling()
  const { t } = telling
  const navigate = useNavigate()
  const connected = useIsConnected()
  const [asked, setAsked] = useState(false)
  const below = useRef<HTMLDivElement>(null)
  const printing = useMutation({
    mutationFn: () => confirmed(() => ask('portal:accounts.print-letter', { params: { id: letter.id } })),
    onSuccess: ({ fileName, pdf }) => {
      saveFile(fileName, 'application/pdf', pdf)
      announce(t('accountDesk.letters.saidPrinted', { name: letter.name }))
      onPrinted(letter)
    },
    onError: (error) => {
      if (!isProblem(error, 'confirm-first')) onGone()
    },
  })
  const refusal = useSentence(printing.error)
  const file = printing.data?.fileName ?? null
  // The button that was pressed is gone: the focus follows to what took its place.
  const opened = asked || file !== null
  useEffect(() => {
    if (opened) below.current?.focus()
  }, [opened])
  const toAccount = () => void navigate(`/accounts/user/${letter.portalUserId}`, { state: { focus: true } })
  const account = (
    <LinkButton aria-label={t('accountDesk.letters.openOf', { name: letter.name })} onClick={toAccount}>
      {t('accountDesk.letters.open')}
    </LinkButton>
  )
  const unsure = isProblem(printing.error, 'portal-unreachable', 'portal-unavailable', 'server-fault')
  const gone = isProblem(printing.error, 'letter-gone')
  return (
    <li>
      <Line>
        {file === null ? <EnvelopeSimpleIcon size={16} color={color.t3} /> : <CheckCircleIcon size={16} color={color.ok} />}
        <Text>
          <b>{letter.name}</b>
          <small>
            {t('accountDesk.letters.made', { when: nearInstant(letter.createdAt, telling) })} ·{' '}
            {t('accountDesk.letters.valid', { day: shortDay(toLocal(new Date(letter.validUntil)).date, telling) })}
          </small>
        </Text>
        {account}
        {file === null && !asked && (
          <Button
            size="small"
            color="primary"
            disabled={!connected}
            aria-label={t('accountDesk.letters.printOf', { name: letter.name })}
            onClick={() => setAsked(true)}
          >
            <PrinterIcon />
            {t('accountDesk.letters.print')}
          </Button>
        )}
      </Line>
      {opened && (
        <Below ref={below} tabIndex={-1}>
          {file === null ? (
            <>
              <p>
                <Said i18nKey="accountDesk.letters.sure" />
              </p>
              {refusal && (
                <p role="alert" style={{ color: color.hot }}>
                  {refusal} {unsure && t('accountDesk.letters.unsure')} {gone && t('accountDesk.letters.gone')}
                </p>
              )}
              <div>
                <Button
                  size="small"
                  variant="contained"
                  disabled={printing.isPending || !connected || gone}
                  onClick={() => printing.mutate()}
                >
                  {t('accountDesk.letters.now')}
                </Button>
                <Button size="small" disabled={printing.isPending} onClick={() => setAsked(false)}>
                  {t('accountDesk.letters.notNow')}
                </Button>
              </div>
            </>
          ) : (
            <>
              <p>
                <Said i18nKey="accountDesk.letters.printed" values={{ file }} />
              </p>
              <p>{t('accountDesk.letters.jam')}</p>
            </>
          )}
        </Below>
      )}
    </li>
  )
}
